using System.Globalization;

namespace ServiceBot.Knowledge.Store;

/// <summary>A licence's 12 digits as one number: half the size of text in the largest table and its index.</summary>
internal static class LicenseColumn
{
    public static long ToNumber(LicenseNumber license) => long.Parse(license.Value, CultureInfo.InvariantCulture);

    public static LicenseNumber ToLicense(long number) =>
        LicenseNumber.Parse(number.ToString("D12", CultureInfo.InvariantCulture));
}

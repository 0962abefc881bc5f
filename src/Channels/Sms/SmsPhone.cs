using System.Globalization;
using PhoneNumbers;

namespace ServiceBot.Channels.Sms;

/// <summary>Phone numbers as the company writes them (11 digits for mainland mobiles, E.164 elsewhere) and as providers do.</summary>
internal static class SmsPhone
{
    private const string Mainland = "CN";
    private const int MainlandCode = 86;
    private const int MobileDigits = 11;

    /// <summary>The company's form; null when it is no phone's number, such as a short code or a sender's name.</summary>
    public static string? FromProvider(string number)
    {
        if (Parse(number) is not { } parsed)
        {
            return null;
        }

        var national = parsed.NationalNumber.ToString(CultureInfo.InvariantCulture);
        return parsed.CountryCode == MainlandCode && national.Length == MobileDigits && national[0] == '1'
            ? national
            : PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.E164);
    }

    /// <summary>E.164; null when it is no phone's number.</summary>
    public static string? ToE164(string phone) =>
        Parse(phone) is { } parsed ? PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.E164) : null;

    // Possible, not valid: the table of valid ranges is older than the newest number ranges.
    private static PhoneNumber? Parse(string number)
    {
        try
        {
            var parsed = PhoneNumberUtil.GetInstance().Parse(number, Mainland);
            return PhoneNumberUtil.GetInstance().IsPossibleNumber(parsed) && number.Length > MobileDigits - 2 ? parsed : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}

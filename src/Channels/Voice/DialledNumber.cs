using System.Text.RegularExpressions;

namespace ServiceBot.Channels.Voice;

/// <summary>Telephone numbers between the mainland's own form and E.164.</summary>
internal static partial class DialledNumber
{
    private const string Mainland = "+86";

    /// <summary>
    /// E.164 of a number as it is dialled in the mainland; null for one that can only be dialled there, as 12313 and 400
    /// numbers.
    /// </summary>
    public static string? Of(string number)
    {
        var bare = Gap().Replace(number, "");
        return bare switch
        {
            _ when International().IsMatch(bare) => bare,
            _ when Mobile().IsMatch(bare) => Mainland + bare,
            _ when Landline().IsMatch(bare) => Mainland + bare[1..],
            _ => null,
        };
    }

    /// <summary>
    /// The caller's number as a retailer's phone is written: 11 digits for a mainland mobile, E.164 else; null when it is
    /// withheld (<c>anonymous</c>, +266696687 and other words of the provider's).
    /// </summary>
    public static string? CallerOf(string? from) => from switch
    {
        null or AnonymousByKeys => null,
        _ when !International().IsMatch(from) => null,
        _ when from.StartsWith(Mainland, StringComparison.Ordinal) && Mobile().IsMatch(from[Mainland.Length..]) => from[Mainland.Length..],
        _ => from,
    };

    // ANONYMOUS on a telephone's keys.
    private const string AnonymousByKeys = "+266696687";

    [GeneratedRegex("[ ()-]")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex International();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    // Area code and number; 10 alone has two digits behind the 0.
    [GeneratedRegex("^0(?:10|2[0-9]|[3-9][0-9]{2})[0-9]{7,8}$")]
    private static partial Regex Landline();
}

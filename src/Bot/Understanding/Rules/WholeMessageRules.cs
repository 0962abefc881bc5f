using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Messages so short that a rule is surer than statistics. Each rule looks at the whole message: a word more, and the
/// model decides.
/// </summary>
internal static partial class WholeMessageRules
{
    /// <summary>The confidence of a message that a rule knows.</summary>
    public const double Certain = 0.98;

    /// <summary>Applies the first rule that fits; null when none does.</summary>
    /// <param name="message">The message.</param>
    /// <param name="askBack">A confidence under which the bot asks back, for what is likely but not sure.</param>
    public static IntentScore? Decide(Message message, double askBack)
    {
        var form = message.ModelText;
        return form switch
        {
            _ when ProductsAlone().IsMatch(form) => new(Intent.SupplyQuota, Certain),
            _ when PriceOfProduct().IsMatch(form) => new(Intent.Price, Certain),
            _ when ArrivalOfProduct().IsMatch(form) => new(Intent.Arrival, Certain),
            _ when LicenseAlone().IsMatch(form) => new(Intent.Bind, Certain),
            "M" => new(Intent.Bind, askBack),
            "K" => new(Intent.Complaint, Certain),
            _ when NumberAlone().IsMatch(form) => new(Intent.Help, Certain),
            _ => null,
        };
    }

    // Products, with or without an amount and the words that join them: 软中; 软中、硬中和荷花; 软中华2条.
    [GeneratedRegex("^(?:P(?:Q|的)?(?:[和跟与加还有]*)){1,6}(?:呢|啊|吗)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ProductsAlone();

    [GeneratedRegex(
        "^P的?(?:现在|D)?(?:是|要|卖|什么)?(?:Q|一包|一条)?(?:的)?(?:是|要|卖)?(?:多少钱|价格|批发价|零售价|价钱|价位|单价)(?:Q)?(?:是?多少)?(?:啊|呀|呢|了|来着)?$"
        + "|^(?:价格|批发价|零售价)P$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PriceOfProduct();

    [GeneratedRegex("^P(?:D)?(?:到货|来货|到)(?:了)?(?:没|没有|吗|么|不)?$|^P什么时候(?:能)?(?:到货?|来货?)$|^到货P$", RegexOptions.CultureInvariant)]
    private static partial Regex ArrivalOfProduct();

    [GeneratedRegex("^(?:我的?|店)?(?:的)?(?:许可证)?(?:证)?(?:号码?)?(?:是|为)?L$", RegexOptions.CultureInvariant)]
    private static partial Regex LicenseAlone();

    [GeneratedRegex("^[0-9]{1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAlone();
}

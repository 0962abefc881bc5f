namespace ServiceBot.Bot.SelfService.Limits;

/// <summary>What a visitor looks for among the limits.</summary>
/// <param name="Text">Name, nickname or pinyin; empty for all.</param>
/// <param name="PriceClass">价类; empty for all.</param>
/// <param name="Page">From 1; what is out of range becomes the nearest page.</param>
internal sealed record LimitsQuery(string Text, string PriceClass, int Page)
{
    /// <summary>Longest search text, in characters.</summary>
    public const int MostText = 40;

    /// <summary>Everything.</summary>
    public static readonly LimitsQuery All = new("", "", 1);

    /// <summary>Reads an address's values, whatever they are.</summary>
    public static LimitsQuery Read(string? text, string? priceClass, int? page)
    {
        var words = (text ?? "").Trim();
        return new(words.Length <= MostText ? words : words[..MostText], (priceClass ?? "").Trim(), page ?? 1);
    }
}

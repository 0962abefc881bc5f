using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>Amounts of goods: 3条, 十条, 两包, 半箱, 1.5条, 一百五十条, 两条半. Units 条 包 箱 件 盒.</summary>
internal static partial class Quantities
{
    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (ChineseNumber.TryParse(match.Groups["amount"].ValueSpan, out var amount))
            {
                var half = match.Groups["half"].Success ? 0.5m : 0m;
                var entity = new Entity.QuantityNamed(match.Value, amount + half, match.Groups["unit"].Value);
                yield return new EntitySpan(entity, match.Index, match.Length);
            }
        }
    }

    // Not 第3条 (an article of law), nor 一条微信, 一件事, 盒饭, 包裹: the unit counts something else there.
    [GeneratedRegex(
        $"(?<![第几.0-9])(?<amount>{ChineseNumber.CharacterClass}+)个?(?<unit>条(?![件码款例短消信微裤鱼路街龙狗命河腿])"
        + "|包(?![裹括邮月年子装间])|箱|件(?![事衣])|盒(?![饭子]))(?<half>半(?!天))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

namespace ServiceBot.Knowledge;

/// <summary>How a product was recognised, best first.</summary>
public enum MatchKind
{
    /// <summary>The official name.</summary>
    Name,

    /// <summary>A nickname from the table or formed from the name (软中华, 中华软, 软中).</summary>
    Nickname,

    /// <summary>A part of the name, such as 金砖 or the brand alone.</summary>
    Part,

    /// <summary>The same sound in other characters (黄河楼).</summary>
    Homophone,

    /// <summary>Pinyin initials (hhl).</summary>
    Initials,

    /// <summary>One wrong or missing character.</summary>
    Typo,
}

/// <summary>A product that a mention may mean. <paramref name="Score"/> is 0 to 1.</summary>
public sealed record ProductCandidate(Product Product, MatchKind Kind, double Score);

/// <summary>
/// A stretch of the text that names a product, with what it may mean, best first. One candidate: clear. More: the
/// bot asks back.
/// </summary>
/// <param name="Text">The words as they stand in the searched text.</param>
/// <param name="Start">Where they begin in the searched text, in characters.</param>
/// <param name="Candidates">At least one.</param>
/// <param name="BrandOnly">True when the words name a brand as a whole (中华), not one product.</param>
public sealed record ProductMention(
    string Text, int Start, IReadOnlyList<ProductCandidate> Candidates, bool BrandOnly);

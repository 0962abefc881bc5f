namespace ServiceBot.Knowledge.Search;

/// <summary>A stretch of the key text that is a product key, or an ordinary word that hides one (no key).</summary>
internal readonly record struct Segment(int Start, int Length, NameKey? Key)
{
    public int End => Start + Length;
}

/// <summary>
/// A stretch that only sounds like, looks like or abbreviates product keys; <c>SharesCharacter</c> when a character of
/// the key stands in its place.
/// </summary>
internal sealed record WeakMatch(
    int Start, int Length, MatchKind Kind, double Factor, IReadOnlyList<NameKey> Keys, bool SharesCharacter)
{
    public int End => Start + Length;
}

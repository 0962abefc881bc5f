namespace ServiceBot.Knowledge.Search;

/// <summary>A recognised stretch of the key text on its way to a mention.</summary>
internal sealed record Found(int Start, int Length, IReadOnlyList<ProductCandidate> Candidates, NameKey? Brand)
{
    public int End => Start + Length;

    public static Found Of(Segment segment) =>
        new(segment.Start, segment.Length, segment.Key!.Candidates, segment.Key.IsBrand ? segment.Key : null);

    /// <summary>A guess is worth less than the key it resembles; one product counts once, at its best.</summary>
    public static Found Of(WeakMatch match)
    {
        var candidates = match.Keys
            .SelectMany(key => key.Candidates)
            .OrderByDescending(candidate => candidate.Score)
            .DistinctBy(candidate => candidate.Product.Code)
            .Select(candidate => new ProductCandidate(candidate.Product, match.Kind, candidate.Score * match.Factor));
        return new(match.Start, match.Length, [.. candidates], match.Keys is [{ IsBrand: true } brand] ? brand : null);
    }

    public ProductMention ToMention(KeyText text)
    {
        var (start, length) = text.ToOriginal(Start, Length);
        return new ProductMention(text.Original.Substring(start, length), start, Candidates, Brand is not null);
    }
}

namespace ServiceBot.Bot.Understanding;

/// <summary>The character runs that training keeps, and how rare each is.</summary>
internal sealed class FeatureTable
{
    private const int LeastTexts = 2;

    // What an unseen run counts in a text's length, as a share of the rarest kept run.
    private const float UnseenShare = 0.4f;
    private readonly Dictionary<uint, int> _rows;

    private FeatureTable(uint[] hashes, float[] rarities, float unseenRarity)
    {
        (Hashes, Rarities, UnseenRarity) = (hashes, rarities, unseenRarity);
        _rows = hashes.Select((hash, row) => KeyValuePair.Create(hash, row)).ToDictionary();
    }

    public uint[] Hashes { get; }

    public float[] Rarities { get; }

    public float UnseenRarity { get; }

    /// <summary>Keeps the runs that stand in at least two texts; idf = 1 + ln(texts / texts with it).</summary>
    public static FeatureTable Of(IReadOnlyList<string> modelTexts)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var gram in modelTexts.SelectMany(text => Grams(text).Distinct()))
        {
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        var kept = counts.Where(pair => pair.Value >= LeastTexts).OrderBy(pair => pair.Key).ToArray();
        return new FeatureTable(
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => Rarity(modelTexts.Count, pair.Value))],
            UnseenShare * Rarity(modelTexts.Count, 1));
    }

    /// <summary>The text's features as (row, value), rows ascending, scaled as <see cref="IntentWeights"/> does.</summary>
    public (int Row, float Value)[] Vector(string modelText)
    {
        var squares = 0f;
        var values = new SortedDictionary<int, float>();
        foreach (var gram in Grams(modelText))
        {
            var rarity = _rows.TryGetValue(gram, out var row) ? Rarities[row] : UnseenRarity;
            squares += rarity * rarity;
            if (rarity > 0 && _rows.ContainsKey(gram))
            {
                values[row] = values.GetValueOrDefault(row) + rarity;
            }
        }

        return [.. values.Select(pair => (pair.Key, pair.Value / MathF.Sqrt(squares)))];
    }

    private static List<uint> Grams(string modelText)
    {
        var grams = new List<uint>();
        NGrams.Append(modelText, grams);
        return grams;
    }

    private static float Rarity(int texts, int with) => 1f + MathF.Log((float)texts / with);
}

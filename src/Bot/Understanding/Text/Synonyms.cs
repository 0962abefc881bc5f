namespace ServiceBot.Bot.Understanding;

/// <summary>Wordings of the trade folded to one before the model, longest first.</summary>
internal sealed class Synonyms
{
    private readonly (string Variant, string Canonical)[] _pairs;

    private Synonyms(IEnumerable<(string Variant, string Canonical)> pairs) =>
        _pairs = [.. pairs.OrderByDescending(pair => pair.Variant.Length).ThenBy(pair => pair.Variant, StringComparer.Ordinal)];

    /// <summary>No synonyms.</summary>
    public static Synonyms None { get; } = new([]);

    /// <summary>Reads lines <c>canonical = variant, variant</c>; # begins a comment.</summary>
    /// <exception cref="FormatException">A line has no "=".</exception>
    public static Synonyms Parse(IEnumerable<string> lines) =>
        new(lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').SelectMany(ParseLine));

    /// <summary>
    /// The text with every variant replaced; a replacement is not read again. A text of nothing but words to leave out
    /// stays as it is.
    /// </summary>
    public string Fold(string text) => Replace(text) is { Length: > 0 } folded ? folded : text;

    private string Replace(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            var (variant, canonical) = Array.Find(
                _pairs, pair => string.CompareOrdinal(text, position, pair.Variant, 0, pair.Variant.Length) == 0);
            if (variant is not null)
            {
                text = string.Concat(text.AsSpan(0, position), canonical, text.AsSpan(position + variant.Length));
                position += canonical.Length - 1;
            }
        }

        return text;
    }

    private static IEnumerable<(string Variant, string Canonical)> ParseLine(string line)
    {
        var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2
            ? parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Append(parts[0])
                .Where(variant => variant.Length > 0)
                .Select(variant => (variant, parts[0]))
            : throw new FormatException($"synonyms.txt: \"{line}\" should read: canonical = variant, variant.");
    }
}

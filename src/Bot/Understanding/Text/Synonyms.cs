namespace ServiceBot.Bot.Understanding;

/// <summary>Wordings folded to one before the model, longest first.</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<char, (string Variant, string Canonical)[]> _byFirst;

    private Synonyms(IEnumerable<(string Variant, string Canonical)> pairs) =>
        _byFirst = pairs.GroupBy(pair => pair.Variant[0]).ToDictionary(group => group.Key, LongestFirst);

    /// <summary>Reads lines <c>canonical = variant, variant</c>; # begins a comment.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="foreign">Words that become <see cref="ModelText.Foreign"/>.</param>
    /// <exception cref="FormatException">A line has no "=".</exception>
    public static Synonyms Parse(IEnumerable<string> lines, ForeignWords foreign) =>
        new(lines.Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(ParseLine)
            .Concat(foreign.All.Select(word => (word, ModelText.Foreign.ToString()))));

    /// <summary>
    /// The text with every variant replaced; a replacement is not read again. A text of nothing but words to leave out
    /// stays as it is.
    /// </summary>
    public string Fold(string text) => Replace(text) is { Length: > 0 } folded ? folded : text;

    private string Replace(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            if (Find(text, position) is not { } pair)
            {
                position++;
                continue;
            }

            text = string.Concat(text.AsSpan(0, position), pair.Canonical, text.AsSpan(position + pair.Variant.Length));
            position += pair.Canonical.Length;
        }

        return text;
    }

    private (string Variant, string Canonical)? Find(string text, int position)
    {
        foreach (var pair in _byFirst.GetValueOrDefault(text[position], []))
        {
            if (text.AsSpan(position).StartsWith(pair.Variant))
            {
                return pair;
            }
        }

        return null;
    }

    // The canonical wording counts as its own variant, so that no shorter variant is found inside it.
    private static IEnumerable<(string Variant, string Canonical)> ParseLine(string line)
    {
        var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2
            ? parts[1].Split(',', StringSplitOptions.TrimEntries)
                .Append(parts[0])
                .Where(variant => variant.Length > 0)
                .Select(variant => (variant, parts[0]))
            : throw new FormatException($"synonyms.txt: \"{line}\" should read: canonical = variant, variant.");
    }

    private static (string Variant, string Canonical)[] LongestFirst(IEnumerable<(string Variant, string Canonical)> pairs) =>
        [.. pairs.OrderByDescending(pair => pair.Variant.Length).ThenBy(pair => pair.Variant, StringComparer.Ordinal)];
}

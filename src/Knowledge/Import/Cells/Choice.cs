namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>A column that holds one of a few words.</summary>
internal static class Choice
{
    /// <summary>
    /// Reads the words given; several may mean the same, and the first of each is the one named when a cell holds
    /// another word.
    /// </summary>
    public static CellFormat<T> Of<T>(T whenEmpty, params (string Word, T Value)[] words)
    {
        var values = words.ToDictionary(pair => pair.Word, pair => pair.Value);
        var expected = $"应为{Series([.. words.DistinctBy(pair => pair.Value).Select(pair => pair.Word)])}";
        return new CellFormat<T>(
            (string text, out T value) =>
                values.TryGetValue(TextFolding.FoldWidth(text), out value!) ? null : expected,
            whenEmpty);
    }

    private static string Series(string[] words) => $"{string.Join('、', words[..^1])}或{words[^1]}";
}

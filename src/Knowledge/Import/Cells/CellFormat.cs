namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Reads the trimmed text of a cell, which is not empty.</summary>
/// <returns>Null when it could be read; else what was expected, as it goes on after the column's name: 应为12位数字.</returns>
internal delegate string? CellParser<T>(string text, out T value);

/// <summary>How a column's cells are read.</summary>
/// <param name="Parse">Reads a cell.</param>
/// <param name="WhenEmpty">The value of an empty cell.</param>
internal sealed record CellFormat<T>(CellParser<T> Parse, T WhenEmpty);

/// <summary>Formats made of formats.</summary>
internal static class CellFormats
{
    /// <summary>The same, with null for an empty cell.</summary>
    public static CellFormat<T?> OrNull<T>(this CellFormat<T> format)
        where T : struct => new(
            (string text, out T? value) =>
            {
                var expected = format.Parse(text, out var read);
                value = read;
                return expected;
            },
            null);
}

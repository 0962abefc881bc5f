using System.Text;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>Finds what separates the cells of a CSV file: the sign by which its header shows most known columns.</summary>
internal static class CsvDelimiter
{
    private const int SampleLength = 1 << 15;

    private static readonly char[] Candidates = [',', '\t', ';'];

    /// <summary>A comma when no other fits better. The stream is set back to its start.</summary>
    public static char Detect(Stream stream, Encoding encoding, Func<string, bool> isKnownHeader)
    {
        var lines = FirstLines(stream, encoding);
        return Candidates.MaxBy(candidate => lines.Max(line => Known(line, candidate, isKnownHeader)));
    }

    private static int Known(string line, char delimiter, Func<string, bool> isKnownHeader) =>
        line.Split(delimiter).Count(cell => isKnownHeader(cell.Trim().Trim('"')));

    private static string[] FirstLines(Stream stream, Encoding encoding)
    {
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var sample = new char[SampleLength];
        var length = reader.ReadBlock(sample);
        stream.Position = 0;
        return new string(sample, 0, length).Split('\n', count: 11);
    }
}

using System.Text;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import.Files;

namespace ServiceBot.Knowledge.Tests.Import.Files;

public sealed class CsvSheetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Chinese_text_of_either_encoding_is_told_over_a_chunks_edge()
    {
        var text = $"名称,号码\n{string.Concat(Enumerable.Repeat("黄鹤楼", 30_000))}x,1\n";
        Assert.Equal("黄", First(text, new UTF8Encoding(false)).Cells[0][..1]);
        Assert.Equal("黄", First(text, TableWriter.Gb18030).Cells[0][..1]);
        Assert.Equal("黄", First("a" + text, TableWriter.Gb18030).Cells[0][..1]);
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(';')]
    public void Separator_is_the_one_that_shows_known_headers(char separator)
    {
        var (_, cells) = First($"通知,甲;乙\t丙\n名称{separator}\"号码\"\n\"a,b;c\td\"{separator}1\n", Encoding.UTF8, 2);

        Assert.Equal(["a,b;c\td", "1"], cells);
    }

    [Fact]
    public void Row_number_is_the_record_as_Excel_shows_it()
    {
        Write("名称,号码\r\n\"两\r\n行\",1\r\n\r\n末行,2\r\n", Encoding.UTF8);
        using var sheet = Open();
        var rows = new List<(int, string)>();
        while (sheet.Read())
        {
            rows.Add((sheet.RowNumber, sheet.Cells[0]));
        }

        Assert.Equal([(1, "名称"), (2, "两\r\n行"), (3, ""), (4, "末行")], rows);
    }

    [Theory]
    [InlineData("\"甲,1\n乙,2\n丙,3\n")]
    [InlineData("\"甲\"x,1\n乙,2\n")]
    public void Quotation_mark_without_its_pair_is_named(string rows)
    {
        Write($"名称,号码\n{rows}", Encoding.UTF8);
        using var sheet = Open();
        sheet.Read();
        Assert.Null(sheet.RowFault);

        Assert.True(sheet.Read());
        Assert.StartsWith("引号应成对", sheet.RowFault, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotation_mark_within_a_bare_cell_is_text()
    {
        var (sheet, cells) = First("名称,号码\n中华\"软\",1\n", Encoding.UTF8);

        Assert.Equal(["中华\"软\"", "1"], cells);
        Assert.Null(sheet.RowFault);
    }

    [Fact]
    public void Cell_without_end_does_not_take_in_the_whole_file()
    {
        Write($"名称,号码\n\"{new string('字', 200_000)}\n", Encoding.UTF8);
        using var sheet = Open();
        sheet.Read();

        var refused = Assert.Throws<UnreadableFileException>(() => sheet.Read());
        Assert.Contains("引号", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_no_text_is_refused()
    {
        File.WriteAllBytes(Path, [0x50, 0x4B, 3, 4, 0, 0, 0, 0]);
        Assert.Contains("不是UTF-8或GB18030", Assert.Throws<UnreadableFileException>(Open).Message, StringComparison.Ordinal);

        File.WriteAllBytes(Path, [0xFF, 0xFF, 0xFF]);
        Assert.Contains("不是UTF-8或GB18030", Assert.Throws<UnreadableFileException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_in_use_and_empty_file_are_refused()
    {
        using (var inUse = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            inUse.WriteByte(1);
            inUse.Flush();
            Assert.Contains("正被别的程序使用", Assert.Throws<UnreadableFileException>(Open).Message, StringComparison.Ordinal);
        }

        File.WriteAllText(Path, "");
        Assert.Equal("文件是空的", Assert.Throws<UnreadableFileException>(Open).Message);
    }

    public void Dispose() => _folder.Dispose();

    private string Path => _folder.File("热线.csv");

    private void Write(string text, Encoding encoding) => File.WriteAllText(Path, text, encoding);

    private CsvSheet Open() => CsvSheet.Open(Path, header => header is "名称" or "号码");

    private (CsvSheet Sheet, string[] Cells) First(string text, Encoding encoding, int skip = 1)
    {
        Write(text, encoding);
        using var sheet = Open();
        for (var i = 0; i <= skip; i++)
        {
            Assert.True(sheet.Read());
        }

        return (sheet, [.. sheet.Cells]);
    }
}

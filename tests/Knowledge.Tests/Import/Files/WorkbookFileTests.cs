using System.Text;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import.Files;
using static ServiceBot.Knowledge.Tests.Import.RawWorkbook;

namespace ServiceBot.Knowledge.Tests.Import.Files;

public sealed class WorkbookFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Cells => new()
    {
        { Number("330106100123"), "330106100123" },
        { Number("3.30106100123E11"), "330106100123" },
        { Number("6901028075763"), "6901028075763" },
        { Number("0.30000000000000004"), "0.3" },
        { Number("-12.5"), "-12.5" },
        { Number("1E+300"), "1E+300" },
        { Number("46350", 1), "2026-11-24" },
        { Number("46350", 4), "46350" },
        { Number("46350.354166666664", 5), "2026-11-24 08:30:00" },
        { Number("0.3541666666666667", 2), "08:30" },
        { Text("十三档"), "十三档" },
        { """<c t="str"><f>A1&amp;"x"</f><v>已算出</v></c>""", "已算出" },
        { """<c><f>WEBSERVICE("http://localhost/x")</f><v>5</v></c>""", "5" },
        { """<c t="e"><v>#N/A</v></c>""", "#N/A" },
        { """<c t="b"><v>1</v></c>""", "TRUE" },
        { "<c/>", "" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell_is_read_as_the_text_a_person_would_write(string cell, string expected)
    {
        var file = WorkbookFile.Open(Write(_folder.File("a.xlsx"), "人员", Row(1, cell, Text("end"))));
        using var sheet = file.OpenSheet("人员");

        Assert.True(sheet.Read());
        Assert.Equal([expected, "end"], sheet.Cells);
    }

    [Fact]
    public void Row_numbers_count_rows_that_the_file_leaves_out()
    {
        var file = WorkbookFile.Open(
            Write(_folder.File("a.xlsx"), "人员", Row(1, Text("a")) + Row(4, Text("b"))));
        using var sheet = file.OpenSheet("人员");
        var rows = new List<(int, string)>();
        while (sheet.Read())
        {
            rows.Add((sheet.RowNumber, sheet.Cells[0]));
        }

        Assert.Equal([(1, "a"), (2, ""), (3, ""), (4, "b")], rows);
    }

    [Fact]
    public void Sheets_can_be_opened_in_any_order_and_again()
    {
        string[][] RowsOf(string text) => [[text]];
        var path = TableWriter.WriteWorkbook(
            _folder.File("a.xlsx"), ("一", ["h"], RowsOf("甲")), ("二", ["h"], RowsOf("乙")), ("三", ["h"], RowsOf("丙")));
        var file = WorkbookFile.Open(path);

        Assert.Equal(["丙", "甲", "甲", "乙"], new[] { "三", "一", "一", "二" }.Select(sheet => SecondRowOf(file, sheet)));
    }

    [Fact]
    public void Document_type_in_a_part_is_refused_and_nothing_in_it_expanded()
    {
        var prolog = """<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>""";
        var path = Write(_folder.File("a.xlsx"), "人员", Row(1, Text("&b;")), prolog);

        using var sheet = WorkbookFile.Open(path).OpenSheet("人员");
        Assert.Throws<UnreadableFileException>(() => sheet.Read());
    }

    [Fact]
    public void Sheet_with_a_forged_row_number_is_refused()
    {
        var path = Write(_folder.File("a.xlsx"), "人员", Row(1, Text("a")) + Row(2_000_000_000, Text("b")));
        using var sheet = WorkbookFile.Open(path).OpenSheet("人员");

        var refused = Assert.Throws<UnreadableFileException>(() => ReadToEnd(sheet));
        Assert.Equal("工作表超过1048576行", refused.Message);
    }

    [Fact]
    public void Old_format_is_told_from_encryption()
    {
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        File.WriteAllBytes(_folder.File("old.xlsx"), [.. mark, .. new byte[600]]);
        File.WriteAllBytes(
            _folder.File("locked.xlsx"), [.. mark, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);

        Assert.Contains(".xls格式", MessageOf("old.xlsx"), StringComparison.Ordinal);
        Assert.Contains("密码", MessageOf("locked.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_too_large_once_unpacked_is_refused_before_it_is_unpacked()
    {
        var rows = string.Concat(Enumerable.Range(1, 5_000).Select(row => Row(row, Text("同样的字"))));
        using var stream = File.OpenRead(Write(_folder.File("a.xlsx"), "人员", rows));
        Assert.True(stream.Length < 100_000);

        WorkbookGuard.Check(stream);
        var refused = Assert.Throws<UnreadableFileException>(() => WorkbookGuard.Check(stream, maxUnpackedSize: 100_000));
        Assert.Equal("工作簿解开后超过1GB，请分开或改用CSV", refused.Message);
    }

    [Fact]
    public void Damaged_workbook_is_refused()
    {
        var whole = File.ReadAllBytes(Write(_folder.File("a.xlsx"), "人员", Row(1, Text("a"))));
        File.WriteAllBytes(_folder.File("cut.xlsx"), whole[..(whole.Length / 2)]);
        File.WriteAllText(_folder.File("text.xlsx"), "许可证号,店名");

        Assert.Contains("不是有效的.xlsx", MessageOf("cut.xlsx"), StringComparison.Ordinal);
        Assert.Contains("不是有效的.xlsx", MessageOf("text.xlsx"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string SecondRowOf(WorkbookFile file, string name)
    {
        using var sheet = file.OpenSheet(name);
        return sheet.Read() && sheet.Read() ? sheet.Cells[0] : "";
    }

    private static void ReadToEnd(TableSheet sheet)
    {
        while (sheet.Read())
        {
        }
    }

    private string MessageOf(string file) =>
        Assert.Throws<UnreadableFileException>(() => WorkbookFile.Open(_folder.File(file))).Message;
}

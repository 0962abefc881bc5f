using System.IO.Compression;
using System.Text;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>Writes workbooks part by part, for what no writer would make.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Cell styles: 0 general, 1 date, 2 time, 3 percent, 4 Chinese date, 5 date and time, 6 elapsed time.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
        <cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="9"/><xf numFmtId="31"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
        </styleSheet>
        """;

    /// <summary>A workbook of one sheet.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="rows">The XML of its rows.</param>
    /// <param name="prolog">What stands before the sheet's root element.</param>
    /// <returns>The path.</returns>
    public static string Write(string path, string sheet, string rows, string prolog = "")
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(archive, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>
            """);
        Part(archive, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Part(archive, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
            """);
        Part(archive, "xl/styles.xml", Styles);
        Part(archive, "xl/worksheets/sheet1.xml", $"""
            {prolog}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>
            """);
        return path;
    }

    /// <summary>The XML of a row.</summary>
    public static string Row(int number, params string[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((cell, index) => cell.Replace("<c", $"<c r=\"{(char)('A' + index)}{number}\"", StringComparison.Ordinal)))}</row>""";

    /// <summary>A cell of text within the sheet.</summary>
    public static string Text(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";

    /// <summary>A number in one of the styles.</summary>
    public static string Number(string number, int style = 0) => $"""<c s="{style}"><v>{number}</v></c>""";

    private static void Part(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}

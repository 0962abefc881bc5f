namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>What names a product in a row: a code or a name in 品规代码, or a name in 品规名称.</summary>
internal sealed class ProductColumn(Column<string> code, Column<string> name, ReferenceIndex references)
{
    /// <summary>The column of the code.</summary>
    public Column Code => code;

    /// <summary>The code of the product that the row names; empty, and a fault, when there is none.</summary>
    public string Read(TableRow row)
    {
        if (code.IsMissing)
        {
            return "";
        }

        var written = row.Text(code);
        var match = Find(written) is { Code: not null } found ? found : Find(row.Text(name)) ?? Find(written);
        return match?.Code ?? Fault(row, match);
    }

    private ProductMatch? Find(string text) => text.Length == 0 ? null : references.FindProduct(text);

    private string Fault(TableRow row, ProductMatch? match)
    {
        var shown = row.Shown(code);
        var expected = match switch
        {
            null => "不能为空",
            { IsAmbiguous: true } => "应为代码：叫这个名称的品规不止一个",
            _ => "应为卷烟品规表里有的代码或名称",
        };
        row.Fault(code, shown.Length == 0 ? null : shown, expected);
        return "";
    }
}

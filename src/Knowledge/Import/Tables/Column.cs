using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>What a table demands of a column.</summary>
internal enum ColumnNeed
{
    /// <summary>The column and a value in every row.</summary>
    Required,

    /// <summary>The column; its cells may be empty.</summary>
    MayBeEmpty,

    /// <summary>Nothing: a table without the column is as if its cells were empty.</summary>
    Optional,
}

/// <summary>A column of a table, bound to its place in the sheet that is being read.</summary>
internal abstract class Column(string header, ColumnNeed need)
{
    private int _faultyRow = -1;

    /// <summary>As the contract writes it, such as 批发价(元/条).</summary>
    public string Header { get; } = header;

    /// <summary>Without the unit, as it begins a sentence.</summary>
    public string Name { get; } = TextFolding.WithoutBrackets(header);

    /// <summary>What the table demands.</summary>
    public ColumnNeed Need { get; } = need;

    /// <summary>The column that may stand in when this one is absent or its cell is empty; null when none may.</summary>
    public Column? StandIn { get; init; }

    /// <summary>Place in the sheet, from 0; negative while the sheet does not have it.</summary>
    public int Index { get; set; } = -1;

    /// <summary>The header as the sheet writes it.</summary>
    public string? WrittenHeader { get; set; }

    /// <summary>True when the sheet lacks a column it must have.</summary>
    public bool IsMissing => Index < 0 && Need != ColumnNeed.Optional && (StandIn is null || StandIn.Index < 0);

    /// <summary>Remembers that this row's cell is wrong.</summary>
    public void MarkFaulty(int row) => _faultyRow = row;

    /// <summary>True when this row's cell holds what it should, so that other checks may build on it.</summary>
    public bool IsSound(int row) => !IsMissing && _faultyRow != row;
}

/// <summary>A column whose cells are read as <typeparamref name="T"/>.</summary>
internal sealed class Column<T>(string header, ColumnNeed need, CellFormat<T> format) : Column(header, need)
{
    /// <summary>The row's value; what an empty cell stands for when the cell is empty, wrong or missing.</summary>
    public T Read(TableRow row)
    {
        var text = row.Text(this);
        if (text.Length == 0)
        {
            CheckMayBeEmpty(row);
            return format.WhenEmpty;
        }

        if (FormulaError.Is(text))
        {
            row.Fault(this, text, "应为数值或文字，这里是公式的错误");
            return format.WhenEmpty;
        }

        return Parse(row, text);
    }

    private T Parse(TableRow row, string text)
    {
        var expected = format.Parse(text, out var value);
        if (expected is null)
        {
            return value;
        }

        row.Fault(this, text, expected);
        return format.WhenEmpty;
    }

    private void CheckMayBeEmpty(TableRow row)
    {
        if (Need == ColumnNeed.Required && !IsMissing)
        {
            row.Fault(this, null, "不能为空");
        }
    }
}

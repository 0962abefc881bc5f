using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>开始日期 and 结束日期 of an order cycle.</summary>
internal sealed class CycleColumns(Column<CycleEdge> start, Column<CycleEdge> end)
{
    /// <summary>The row's cycle; a date without a half is a whole day. An end before the start is a fault.</summary>
    public OrderCycle Read(TableRow row)
    {
        var first = start.Read(row);
        var last = end.Read(row);
        var cycle = new OrderCycle(
            first.Date, first.Half ?? DayHalf.Morning, last.Date, last.Half ?? DayHalf.Afternoon);
        if (row.AreSound(start, end) && cycle.EndsAt <= cycle.StartsAt)
        {
            row.Fault(end, row.Text(end), $"不能早于开始日期{row.Text(start)}");
        }

        return cycle;
    }

    /// <summary>True when both edges hold what they should.</summary>
    public bool AreSound(TableRow row) => row.AreSound(start, end);
}

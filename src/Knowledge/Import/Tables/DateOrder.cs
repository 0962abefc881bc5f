namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Checks that an end does not come before its start.</summary>
internal static class DateOrder
{
    /// <summary>A fault at the end's cell when it lies before the start; an end that is not set is fine.</summary>
    public static void Check(TableRow row, Column<DateOnly> start, DateOnly startDate, Column<DateOnly?> end, DateOnly? endDate)
    {
        if (row.AreSound(start, end) && endDate < startDate)
        {
            row.Fault(end, row.Text(end), $"不能早于{start.Name}{row.Text(start)}");
        }
    }
}

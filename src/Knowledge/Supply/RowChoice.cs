namespace ServiceBot.Knowledge.Supply;

/// <summary>Which of a product's rows is a retailer's: the most specific that covers the retailer.</summary>
internal static class RowChoice
{
    private const char Separator = '、';

    /// <summary>The retailer's row of these; null when none covers the retailer. Of equals the table's first.</summary>
    public static SupplyLimit? For(Retailer retailer, IEnumerable<SupplyLimit> rows) =>
        rows.Where(row => Covers(row, retailer)).OrderByDescending(Weight).FirstOrDefault();

    private static bool Covers(SupplyLimit row, Retailer retailer) =>
        (row.Market is null || row.Market == retailer.Market)
        && Allows(row.Formats, retailer.Format)
        && Allows(row.Districts, retailer.District);

    private static bool Allows(string list, string? value) => list.Length == 0
        || (value is not null && list.Split(Separator, StringSplitOptions.TrimEntries).Contains(value));

    /// <summary>A row for a district says more than one for a format, and that more than one for a market type.</summary>
    private static int Weight(SupplyLimit row) =>
        (row.Districts.Length > 0 ? 4 : 0) + (row.Formats.Length > 0 ? 2 : 0) + (row.Market is null ? 0 : 1);
}

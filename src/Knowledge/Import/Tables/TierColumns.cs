namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>1档 … 30档; empty is 0.</summary>
internal sealed class TierColumns(Column<int>[] tiers)
{
    /// <summary>The row's 30 cells.</summary>
    public TierCells Read(TableRow row)
    {
        var cells = new int[tiers.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = tiers[i].Read(row);
        }

        return new TierCells(cells);
    }
}

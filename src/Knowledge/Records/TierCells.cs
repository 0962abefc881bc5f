namespace ServiceBot.Knowledge;

/// <summary>
/// The 30 cells of a supply table's row: most cartons per tier. Read the cell, never a neighbour: a higher tier does
/// not always get more. Equal when all 30 cells are.
/// </summary>
public sealed class TierCells : IEquatable<TierCells>
{
    private readonly int[] _cells;

    /// <summary>Takes the 30 cells, tier 1 first.</summary>
    /// <exception cref="ArgumentException">Not 30 cells, or one is negative.</exception>
    public TierCells(IReadOnlyList<int> cells)
    {
        if (cells.Count != Tier.Count || cells.Any(cell => cell < 0))
        {
            throw new ArgumentException($"A supply row has {Tier.Count} cells of 0 or more.", nameof(cells));
        }

        _cells = [.. cells];
    }

    /// <summary>Cartons for this tier.</summary>
    public int this[Tier tier] => _cells[tier.Value - 1];

    /// <summary>True when every cell is 0: then the product goes by condition only.</summary>
    public bool AllZero => Array.TrueForAll(_cells, cell => cell == 0);

    /// <summary>The written form, tier 1 first, separated by commas: what the store keeps.</summary>
    public override string ToString() => string.Join(',', _cells);

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">Not 30 whole numbers.</exception>
    public static TierCells Parse(string text) =>
        new([.. text.Split(',').Select(cell => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))]);

    /// <inheritdoc/>
    public bool Equals(TierCells? other) => other is not null && _cells.AsSpan().SequenceEqual(other._cells);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TierCells);

    /// <inheritdoc/>
    public override int GetHashCode() => _cells.Aggregate(17, HashCode.Combine);
}

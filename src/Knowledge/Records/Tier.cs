namespace ServiceBot.Knowledge;

/// <summary>A retailer's tier (档位), 1 to 30; 30 is the best.</summary>
public readonly record struct Tier
{
    /// <summary>Number of tiers.</summary>
    public const int Count = 30;

    /// <summary>Makes a tier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 30.</exception>
    public Tier(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Count);
        Value = value;
    }

    /// <summary>1 to 30.</summary>
    public int Value { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Value}档";
}

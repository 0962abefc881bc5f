namespace ServiceBot.Bot.Understanding;

/// <summary>A thing named and where its words stand in the normalised text, in characters.</summary>
internal readonly record struct EntitySpan(Entity Entity, int Start, int Length)
{
    /// <summary>The first character after the words.</summary>
    public int End => Start + Length;

    /// <summary>True when the words of both share a character.</summary>
    public bool Overlaps(EntitySpan other) => Start < other.End && other.Start < End;
}

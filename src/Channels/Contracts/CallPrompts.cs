namespace ServiceBot.Channels.Contracts;

/// <summary>
/// What the service phone number says of its own: its menu and how to press. All of it comes from the phrase file, which
/// belongs to the host; the answers are the engine's.
/// </summary>
public sealed record CallPrompts
{
    /// <summary>Who the caller has reached.</summary>
    public required string Welcome { get; init; }

    /// <summary>One line of a menu; <c>{what}</c> and <c>{key}</c> are filled in.</summary>
    public required string Press { get; init; }

    /// <summary>What the menu may offer, by intent label such as <c>supply_quota</c>.</summary>
    public required IReadOnlyDictionary<string, string> MenuItems { get; init; }

    /// <summary>How to hear it again.</summary>
    public required string Again { get; init; }

    /// <summary>How to get back to the menu.</summary>
    public required string Back { get; init; }

    /// <summary>How to get away from a number that is asked for; what to key in and how to end it the answer says itself.</summary>
    public required string LeaveDigits { get; init; }

    /// <summary>How to get away from a recording; what to say and how to end it the answer says itself.</summary>
    public required string LeaveRecording { get; init; }

    /// <summary>Nothing was pressed or said.</summary>
    public required string NothingHeard { get; init; }

    /// <summary>A key that means nothing here.</summary>
    public required string UnknownKey { get; init; }

    /// <summary>The answer takes a moment.</summary>
    public required string OneMoment { get; init; }

    /// <summary>The answer took too long; the call ends.</summary>
    public required string TooSlow { get; init; }

    /// <summary>Nothing can be taken in now; the call ends.</summary>
    public required string OutOfService { get; init; }

    /// <summary>Nothing was pressed for too long; the call ends.</summary>
    public required string Goodbye { get; init; }
}

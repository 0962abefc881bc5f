namespace ServiceBot.Channels.Contracts;

/// <summary>What the retailer last did, which decides how much a provider lets us send unasked.</summary>
public enum ContactKind
{
    /// <summary>Nothing that opens a window.</summary>
    None,

    /// <summary>A message of any kind.</summary>
    Message,

    /// <summary>A menu tap.</summary>
    Tap,

    /// <summary>A scanned code.</summary>
    Scan,

    /// <summary>Began to follow.</summary>
    Follow,

    /// <summary>Asked for no more messages.</summary>
    OptOut,
}

/// <summary>The last contact and what was sent since through the provider's API (passive replies do not count).</summary>
/// <param name="Kind">What opened the window.</param>
/// <param name="At">When.</param>
/// <param name="PushedSince">Messages sent by API since then.</param>
public sealed record Contact(ContactKind Kind, DateTimeOffset At, int PushedSince);

/// <summary>How long and how often a channel still lets us write.</summary>
/// <param name="ClosesAt">Last instant; <see cref="DateTimeOffset.MaxValue"/> where the channel has no window.</param>
/// <param name="MessagesLeft">How many more; <see cref="int.MaxValue"/> where the channel does not count.</param>
public sealed record ReplyWindow(DateTimeOffset ClosesAt, int MessagesLeft)
{
    /// <summary>A channel without a window.</summary>
    public static ReplyWindow Open { get; } = new(DateTimeOffset.MaxValue, int.MaxValue);

    /// <summary>True while a message may still go out.</summary>
    public bool IsOpenAt(DateTimeOffset now) => now < ClosesAt && MessagesLeft > 0;
}

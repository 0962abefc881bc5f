namespace ServiceBot.Channels.Contracts;

/// <summary>Sends replies through one channel's API. One per channel.</summary>
public interface IReplySender
{
    /// <summary>One of <see cref="ChannelNames"/>.</summary>
    string Channel { get; }

    /// <summary>How long and how often this channel still lets us write after the given contact.</summary>
    ReplyWindow WindowAfter(Contact contact);

    /// <summary>
    /// Renders and sends what is left of the reply. Never throws for what a provider answers: every outcome is a
    /// <see cref="DeliveryResult"/>.
    /// </summary>
    Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken);
}

/// <summary>One reply on its way out.</summary>
/// <param name="Id">The outbox id: the same on every try, so a provider can drop repeats.</param>
/// <param name="Conversation">To whom.</param>
/// <param name="Reply">What.</param>
/// <param name="MessagesSent">How many of the rendered messages went out before (in the passive response or an earlier try).</param>
/// <param name="LastContact">The retailer's last contact.</param>
/// <param name="FromPerson">A manager wrote it: the channel's ration for people may be used.</param>
/// <param name="InReplyTo">The <see cref="Inbound.MessageId"/> of the message it answers; null when it answers none.</param>
/// <param name="MayHaveArrived">
/// Whether an earlier try arrived is not known (<see cref="DeliveryCodes.Uncertain"/>, or a process died while sending):
/// where the provider can be asked, ask before sending again.
/// </param>
public sealed record OutboundReply(
    long Id,
    ConversationKey Conversation,
    Reply Reply,
    int MessagesSent,
    Contact LastContact,
    bool FromPerson,
    string? InReplyTo = null,
    bool MayHaveArrived = false);

/// <summary>How a try to send ended, with how many messages went out in this try.</summary>
public abstract record DeliveryResult(int MessagesSent)
{
    /// <summary>All of it is with the provider.</summary>
    public sealed record Delivered(int MessagesSent, string? ProviderMessageId = null) : DeliveryResult(MessagesSent);

    /// <summary>Try again, not before <paramref name="After"/>.</summary>
    public sealed record Retry(int MessagesSent, TimeSpan After, string Code) : DeliveryResult(MessagesSent);

    /// <summary>Not allowed now; keep it until the retailer writes again.</summary>
    public sealed record WaitForContact(int MessagesSent, string Code) : DeliveryResult(MessagesSent);

    /// <summary>Will never arrive.</summary>
    public sealed record GiveUp(int MessagesSent, string Code) : DeliveryResult(MessagesSent);
}

/// <summary>Codes of <see cref="DeliveryResult"/> that mean the same on every channel.</summary>
public static class DeliveryCodes
{
    /// <summary>The provider may or may not have taken the message.</summary>
    public const string Uncertain = "uncertain";
}

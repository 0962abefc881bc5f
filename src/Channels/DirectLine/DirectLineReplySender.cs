using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// The web's way out. There is nothing to send: a reply is in the conversation's log before it is in the outbox, and clients
/// read the log, by stream at once or when they come back. So every reply is delivered as soon as it is asked about.
/// </summary>
internal sealed class DirectLineReplySender(ChannelMetrics metrics) : IReplySender
{
    /// <inheritdoc/>
    public string Channel => ChannelNames.Web;

    /// <inheritdoc/>
    public ReplyWindow WindowAfter(Contact contact) => ReplyWindow.Open;

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken)
    {
        metrics.Sent(Channel, "api", "delivered");
        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered(outbound.Reply.Parts.Count - outbound.MessagesSent));
    }
}

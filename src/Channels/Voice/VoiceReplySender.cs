using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>A call is answered in its own requests; once it is over, nothing can be said any more.</summary>
internal sealed class VoiceReplySender : IReplySender
{
    private static readonly ReplyWindow Closed = new(DateTimeOffset.MinValue, 0);

    /// <inheritdoc/>
    public string Channel => ChannelNames.Voice;

    /// <inheritdoc/>
    public ReplyWindow WindowAfter(Contact contact) => Closed;

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryResult>(new DeliveryResult.GiveUp(0, "call_over"));
}

using System.Collections.Concurrent;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Support;

/// <summary>Takes every text message as sent and remembers its words.</summary>
internal sealed class SentTexts : IReplySender
{
    private readonly ConcurrentQueue<string> _sent = new();

    /// <inheritdoc/>
    public string Channel => ChannelNames.Sms;

    /// <summary>The messages, oldest first.</summary>
    public IReadOnlyCollection<string> Sent => _sent;

    /// <inheritdoc/>
    public ReplyWindow WindowAfter(Contact contact) => ReplyWindow.Open;

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken)
    {
        _sent.Enqueue(outbound.Reply.ToPlainText());
        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered(1));
    }
}

using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Qq;

/// <summary>Answers on QQ, within the window and the number of answers that a message earns. Nothing goes out unasked.</summary>
internal sealed class QqReplySender(
    QqApiClient api, IOptions<QqOptions> options, ChannelMetrics metrics, TimeProvider time, ILogger<QqReplySender> logger)
    : IReplySender
{
    private static readonly TimeSpan UnknownPause = TimeSpan.FromSeconds(10);

    private readonly QqOptions _options = options.Value;

    /// <inheritdoc/>
    public string Channel => ChannelNames.Qq;

    /// <summary>The shorter window, a group's: whether it is one is not known here.</summary>
    public ReplyWindow WindowAfter(Contact contact) => WindowAfter(contact, _options.GroupWindow);

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken)
    {
        var messages = QqText.Render(outbound.Reply);
        for (var sent = 0; outbound.MessagesSent + sent < messages.Count; sent++)
        {
            if (!MayAnswer(outbound, sent))
            {
                return Counted(new DeliveryResult.WaitForContact(sent, "window"));
            }

            var number = outbound.MessagesSent + sent;
            var outcome = await api.SendAsync(
                QqAddress.MessagesPath(outbound.Conversation), MessageOf(outbound, messages[number], number + 1), cancellationToken);
            var result = Sort(outbound.Id, sent, outcome);
            if (result is not null)
            {
                return Counted(result);
            }

            metrics.Sent(Channel, "api", "delivered");
        }

        return new DeliveryResult.Delivered(Math.Max(0, messages.Count - outbound.MessagesSent));
    }

    private bool MayAnswer(OutboundReply outbound, int sent)
    {
        var lasts = QqAddress.IsGroup(outbound.Conversation) ? _options.GroupWindow : _options.PrivateWindow;
        var window = WindowAfter(outbound.LastContact, lasts);
        return outbound.InReplyTo is not null && time.GetUtcNow() < window.ClosesAt && sent < window.MessagesLeft;
    }

    private ReplyWindow WindowAfter(Contact contact, TimeSpan lasts) => contact.Kind is ContactKind.None or ContactKind.OptOut
        ? new ReplyWindow(contact.At, 0)
        : new ReplyWindow(contact.At + lasts, Math.Max(0, _options.RepliesPerMessage - contact.PushedSince));

    private static QqMessage MessageOf(OutboundReply outbound, string text, int sequence) =>
        outbound.InReplyTo!.StartsWith(QqAddress.EventPrefix, StringComparison.Ordinal)
            ? new QqMessage(text, null, outbound.InReplyTo[QqAddress.EventPrefix.Length..], sequence)
            : new QqMessage(text, outbound.InReplyTo, null, sequence);

    /// <summary>Null when it went out.</summary>
    private DeliveryResult? Sort(long outbox, int sent, QqApiOutcome outcome)
    {
        switch (outcome)
        {
            case QqApiOutcome.Done or QqApiOutcome.Refused { Code: QqErrors.Duplicate }:
                return null;
            case QqApiOutcome.Refused refused:
                return Sort(outbox, sent, refused.Code);
            default:
                logger.Unreachable(outbox, ((QqApiOutcome.Unknown)outcome).Detail);
                return new DeliveryResult.Retry(sent, UnknownPause, "unknown");
        }
    }

    private DeliveryResult Sort(long outbox, int sent, int code)
    {
        if (QqErrors.IsConfigurationFault(code))
        {
            logger.Unauthorised(code);
        }
        else
        {
            logger.ApiRefused(outbox, code);
        }

        var name = code.ToString(CultureInfo.InvariantCulture);
        if (QqErrors.PauseAfter(code) is { } pause)
        {
            return new DeliveryResult.Retry(sent, pause, name);
        }

        return QqErrors.WaitsForContact(code)
            ? new DeliveryResult.WaitForContact(sent, name)
            : new DeliveryResult.GiveUp(sent, name);
    }

    private DeliveryResult Counted(DeliveryResult result)
    {
        metrics.Tried(Channel, result);
        return result;
    }
}

using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>Sends what did not go back in WeChat's own request, as customer-service messages, within their ration.</summary>
internal sealed class WeChatReplySender(
    WeChatApiClient api,
    WeChatReplyRenderer renderer,
    IOptions<WeChatOptions> options,
    ChannelMetrics metrics,
    TimeProvider time,
    ILogger<WeChatReplySender> logger) : IReplySender
{
    private const string SendPath = "/cgi-bin/message/custom/send";

    private static readonly TimeSpan UncertainPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UnreachablePause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Channel => ChannelNames.WeChat;

    /// <inheritdoc/>
    public ReplyWindow WindowAfter(Contact contact) => contact.Kind switch
    {
        ContactKind.Message => new(contact.At.AddHours(48), Math.Max(0, 5 - contact.PushedSince)),
        ContactKind.Tap or ContactKind.Scan or ContactKind.Follow =>
            new(contact.At.AddMinutes(1), Math.Max(0, 3 - contact.PushedSince)),
        _ => new(contact.At, 0),
    };

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken)
    {
        var messages = renderer.Render(outbound.Reply).Skip(outbound.MessagesSent).ToList();
        var ration = RationOf(outbound);
        for (var sent = 0; sent < messages.Count; sent++)
        {
            if (sent == ration)
            {
                return Finish(new DeliveryResult.WaitForContact(sent, "ration"));
            }

            var outcome = await SendAsync(outbound, messages[sent], cancellationToken);
            if (outcome is not WeChatApiOutcome.Done)
            {
                return Finish(Sort(outbound, sent, outcome));
            }

            metrics.Sent(Channel, "api", "delivered");
        }

        return new DeliveryResult.Delivered(messages.Count);
    }

    /// <summary>How many may go now: the bot leaves the last ones of a window to people.</summary>
    private int RationOf(OutboundReply outbound)
    {
        var window = WindowAfter(outbound.LastContact);
        var left = window.MessagesLeft - (outbound.FromPerson ? 0 : options.Value.ReservedForPeople);
        return window.IsOpenAt(time.GetUtcNow()) ? Math.Max(0, left) : 0;
    }

    private async Task<WeChatApiOutcome> SendAsync(
        OutboundReply outbound, WeChatMessage message, CancellationToken cancellationToken)
    {
        var openId = outbound.Conversation.Sender;
        var outcome = await api.PostAsync(SendPath, WeChatApiMessages.Write(openId, message), cancellationToken);
        return message is WeChatMessage.Menu && outcome is WeChatApiOutcome.Refused { Code: WeChatErrors.NotForThisAccount }
            ? await api.PostAsync(SendPath, WeChatApiMessages.WriteText(openId, message), cancellationToken)
            : outcome;
    }

    private DeliveryResult Sort(OutboundReply outbound, int sent, WeChatApiOutcome outcome)
    {
        switch (outcome)
        {
            case WeChatApiOutcome.Refused refused:
                return Sort(sent, refused.Code);
            case WeChatApiOutcome.Uncertain uncertain:
                // A missing answer is the worse of the two: once more, and said in the log.
                logger.Uncertain(outbound.Id, uncertain.Detail);
                return new DeliveryResult.Retry(sent, UncertainPause, DeliveryCodes.Uncertain);
            default:
                return new DeliveryResult.Retry(sent, UnreachablePause, "unreachable");
        }
    }

    private DeliveryResult Sort(int sent, int code)
    {
        var name = code.ToString(CultureInfo.InvariantCulture);
        if (WeChatErrors.PauseAfter(code, time.GetUtcNow()) is { } pause)
        {
            return new DeliveryResult.Retry(sent, pause, name);
        }

        return WeChatErrors.WaitsForContact(code)
            ? new DeliveryResult.WaitForContact(sent, name)
            : new DeliveryResult.GiveUp(sent, name);
    }

    private DeliveryResult Finish(DeliveryResult result)
    {
        metrics.Tried(Channel, result);
        return result;
    }
}

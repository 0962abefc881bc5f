using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms;

/// <summary>Sends replies as text messages, by whichever provider is set, to any thread's phone.</summary>
internal sealed class SmsReplySender(ISmsProvider provider, ChannelMetrics metrics) : IReplySender
{
    /// <summary>The account of the threads that verification codes go to; asked for by the phone's owner each time.</summary>
    private const string CodesAccount = "codes";

    /// <inheritdoc/>
    public string Channel => ChannelNames.Sms;

    /// <inheritdoc/>
    public ReplyWindow WindowAfter(Contact contact) =>
        contact.Kind == ContactKind.OptOut ? new ReplyWindow(contact.At, 0) : ReplyWindow.Open;

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken)
    {
        if (IsOptedOut(outbound))
        {
            return Counted(new DeliveryResult.GiveUp(0, "opted_out"));
        }

        var messages = MessagesOf(outbound).Skip(outbound.MessagesSent).ToList();
        DeliveryResult result = new DeliveryResult.Delivered(0);
        for (var sent = 0; sent < messages.Count; sent++)
        {
            // Only the first of what is left can be the one whose arrival is not known.
            var message = messages[sent] with { MayHaveArrived = sent == 0 && outbound.MayHaveArrived };
            result = Counted(await provider.SendAsync(message, cancellationToken) with { MessagesSent = sent });
            if (result is not DeliveryResult.Delivered)
            {
                return result;
            }
        }

        return result with { MessagesSent = messages.Count };
    }

    /// <summary>
    /// After an opt-out nothing goes out but what the person then asks for: the word that their wish is honoured, and codes.
    /// </summary>
    private static bool IsOptedOut(OutboundReply outbound) =>
        outbound is { LastContact.Kind: ContactKind.OptOut, InReplyTo: null } && outbound.Conversation.Account != CodesAccount;

    private IEnumerable<SmsMessage> MessagesOf(OutboundReply outbound)
    {
        var texts = provider.TemplatesOnly ? [outbound.Reply.ToPlainText()] : SmsText.Render(outbound.Reply);
        return texts.Select(text => new SmsMessage(outbound.Id, outbound.Conversation.Sender, text, outbound.Reply.Notice));
    }

    private DeliveryResult Counted(DeliveryResult result)
    {
        metrics.Tried(Channel, result);
        return result;
    }
}

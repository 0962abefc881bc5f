using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>Twilio's inbound form in the company's words.</summary>
internal static class TwilioSmsMapper
{
    /// <summary>The message; null for HELP, which Twilio answers by itself, and for senders that are no phones.</summary>
    /// <param name="form">The checked form.</param>
    /// <param name="account">Our Account SID.</param>
    /// <param name="at">When it came: the form holds no time.</param>
    /// <exception cref="TwilioFormatException">A field that every message has is missing.</exception>
    public static Inbound? Map(TwilioForm form, string account, DateTimeOffset at)
    {
        var (id, from) = (form.Require("MessageSid"), form.Require("From"));
        if (SmsPhone.FromProvider(from) is not { } phone)
        {
            return null;
        }

        var key = ConversationKey.Create(ChannelNames.Sms, account, phone);
        var text = form["Body"]?.Trim() ?? "";
        return TwilioSmsWords.KeywordOf(text, form["OptOutType"]) switch
        {
            TwilioKeyword.Help => null,
            TwilioKeyword.Stop => new Inbound.OptedOut(text, Answered: true)
                { Conversation = key, MessageId = id, SentAt = at, Phone = phone },
            TwilioKeyword.Start => new Inbound.OptedIn(text, Answered: true)
                { Conversation = key, MessageId = id, SentAt = at, Phone = phone },
            _ => MapMessage(form, text, key, id, at),
        };
    }

    private static Inbound MapMessage(TwilioForm form, string text, ConversationKey key, string id, DateTimeOffset at) =>
        SmsWords.ConsentOf(text) switch
        {
            SmsConsent.OptOut => new Inbound.OptedOut(text, Answered: false)
                { Conversation = key, MessageId = id, SentAt = at, Phone = key.Sender },
            SmsConsent.OptIn => new Inbound.OptedIn(text, Answered: false)
                { Conversation = key, MessageId = id, SentAt = at, Phone = key.Sender },
            _ when text.Length > 0 => new Inbound.Text(text)
                { Conversation = key, MessageId = id, SentAt = at, Phone = key.Sender },
            _ => MapMedia(form, key, id, at),
        };

    /// <summary>What came without a word: a picture, another medium, or nothing at all.</summary>
    private static Inbound MapMedia(TwilioForm form, ConversationKey key, string id, DateTimeOffset at)
    {
        var type = form["MediaContentType0"];
        return type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
            ? new Inbound.Picture(null, form["MediaUrl0"]) { Conversation = key, MessageId = id, SentAt = at, Phone = key.Sender }
            : new Inbound.Unsupported(type ?? "empty") { Conversation = key, MessageId = id, SentAt = at, Phone = key.Sender };
    }
}

using Microsoft.Extensions.Options;
using ServiceBot.Channels.Sms;
using ServiceBot.Channels.Sms.Twilio;

namespace ServiceBot.Channels.Simulator;

/// <summary>
/// Plays Twilio against this very service: signs what a phone's owner writes, posts it to the real callback over HTTP, and
/// answers STOP, START and HELP by itself as Twilio does.
/// </summary>
public sealed class TwilioPlayer
{
    private readonly IOptions<SmsOptions> _options;
    private readonly TwilioPoster _poster;
    private readonly SmsPhones _phones;

    internal TwilioPlayer(IOptions<SmsOptions> options, TwilioPoster poster, SmsPhones phones) =>
        (_options, _poster, _phones) = (options, poster, phones);

    /// <summary>The number or service that messages come from; null when there is no SMS channel.</summary>
    public string? Number => _options.Value is { AccountSid.Length: > 0 } settings ? settings.From ?? settings.MessagingServiceSid : null;

    /// <summary>The account of the conversations' keys.</summary>
    public string Account => _options.Value.AccountSid;

    /// <summary>Sends what the owner of a phone wrote; null when it is no phone's number.</summary>
    public async Task<PlayedSms?> SendAsync(string phone, string text, CancellationToken cancellationToken)
    {
        if (SmsPhone.ToE164(phone) is not { } from)
        {
            return null;
        }

        var message = _phones.Add(phone, mine: true, text, SmsPhones.NewId());

        // Before the callback: an answer of the service's to STOP is refused already.
        AnswerKeyword(phone, text);
        var posted = await _poster.PostAsync(TwilioSmsEndpoint.Path, FieldsOf(message, from), cancellationToken);
        return new PlayedSms(
            message.Number, posted.Url, posted.Signature, posted.Form, posted.Status, posted.Milliseconds, posted.Response);
    }

    private List<KeyValuePair<string, string>> FieldsOf(SmsEvent message, string from) =>
    [
        new("ToCountry", "US"), new("ToState", ""), new("SmsMessageSid", message.Id), new("NumMedia", "0"), new("ToCity", ""),
        new("FromZip", ""), new("SmsSid", message.Id), new("FromState", ""), new("SmsStatus", "received"), new("FromCity", ""),
        new("Body", message.Text), new("FromCountry", "CN"), new("To", Number ?? ""), new("ToZip", ""),
        new("NumSegments", $"{message.Segments}"), new("MessageSid", message.Id), new("AccountSid", Account), new("From", from),
        new("ApiVersion", "2010-04-01"),
    ];

    private void AnswerKeyword(string phone, string text)
    {
        switch (TwilioSmsWords.KeywordOf(text, null))
        {
            case TwilioKeyword.Stop:
                _phones.OptOut(phone);
                AddOwn(phone, "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.");
                break;
            case TwilioKeyword.Start when _phones.OptIn(phone):
                AddOwn(phone, "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.");
                break;
            case TwilioKeyword.Help:
                AddOwn(phone, "Reply STOP to unsubscribe. Msg&Data Rates May Apply.");
                break;
        }
    }

    private void AddOwn(string phone, string text) => _phones.Add(phone, mine: false, text, SmsPhones.NewId());
}

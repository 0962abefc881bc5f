using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.Chat;

/// <summary>Turns what was said into lines that a page prints.</summary>
internal sealed class ChatLines(PhraseBook phrases, ChatPhotos photos)
{
    /// <summary>The lines; what nobody said (a follow, a scan) has none.</summary>
    public IReadOnlyList<ChatLine> Of(Visitor visitor, IReadOnlyList<ThreadEntry> entries) =>
        [.. entries.Select(entry => Of(visitor, entry)).OfType<ChatLine>()];

    private ChatLine? Of(Visitor visitor, ThreadEntry entry)
    {
        var channel = NameOf(entry.Conversation.Channel);
        return entry switch
        {
            { Reply: { } reply } => new ChatLine(false, channel, entry.At, reply.Parts, []),
            { Message: { } message } when WordsOf(message) is { } words => new ChatLine(
                true, channel, entry.At, [new ReplyPart.Text(words)],
                [.. (message.Attachments ?? []).Select(id => photos.AddressFor(visitor, id))]),
            _ => null,
        };
    }

    private string? WordsOf(Inbound message) => message switch
    {
        Inbound.Text text => text.Content,
        Inbound.Voice voice => voice.Recognition ?? phrases.Say(Sentences.ChatVoice),
        Inbound.Picture => phrases.Say(Sentences.ChatPicture),
        Inbound.Video => phrases.Say(Sentences.ChatVideo),
        Inbound.Location location => location.Label ?? phrases.Say(Sentences.ChatLocation),
        Inbound.Link link => link.Title,
        Inbound.MenuTap => phrases.Say(Sentences.ChatMenu),
        Inbound.OptedOut opted => opted.Word,
        Inbound.OptedIn opted => opted.Word,
        Inbound.Unsupported => phrases.Say(Sentences.ChatOther),
        Inbound.Followed or Inbound.Unfollowed or Inbound.Scanned => null,
        _ => throw new InvalidOperationException($"Unknown message {message.GetType().Name}."),
    };

    private string NameOf(string channel) => channel switch
    {
        ChannelNames.WeChat => phrases.Say(Sentences.ChatOnWeChat),
        ChannelNames.Sms => phrases.Say(Sentences.ChatOnSms),
        ChannelNames.Voice => phrases.Say(Sentences.ChatOnVoice),
        ChannelNames.Qq => phrases.Say(Sentences.ChatOnQq),
        _ => phrases.Say(Sentences.ChatOnWeb),
    };
}

using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.SelfService.Complaints;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.Chat;

/// <summary>A visitor's web chat: one conversation, shown within everything that was said on all channels.</summary>
/// <param name="conversations">The conversations.</param>
/// <param name="thread">What was said.</param>
/// <param name="inbox">Where questions go.</param>
/// <param name="lines">How it is shown.</param>
/// <param name="keys">Which conversation is the visitor's.</param>
/// <param name="time">The clock.</param>
/// <param name="tokens">Opens the chat to the page's script; null when Direct Line is off, and the form alone serves.</param>
internal sealed class ChatRoom(
    ConversationStore conversations,
    RetailerThread thread,
    IInbox inbox,
    ChatLines lines,
    ChatKeys keys,
    TimeProvider time,
    IChatTokens? tokens = null)
{
    /// <summary>The longest question, in characters: what a small screen can show.</summary>
    public const int MostCharacters = 1000;

    private const int MostPerPage = 50;

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    /// <summary>True when a script may talk by Direct Line.</summary>
    public bool IsLive => tokens is not null;

    /// <summary>What was said, a page of it.</summary>
    /// <param name="visitor">To and by whom.</param>
    /// <param name="before">Unix milliseconds: only what was said before; null for the newest.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<ChatView> ReadAsync(Visitor visitor, long? before, CancellationToken cancellationToken)
    {
        var key = KeyOf(visitor);

        // First: an entry that comes in between is then shown, and the script is told where the page ends.
        var known = await conversations.VersionAsync(key, cancellationToken);
        var entries = await thread.ReadAsync(visitor.License, visitor.Holder, before, MostPerPage, cancellationToken);
        var shown = entries.Where(entry => entry.Conversation == key).Select(entry => entry.Number).DefaultIfEmpty().Max();
        return new ChatView(
            lines.Of(visitor, entries),
            Choices: before is null && entries is [.., var last] && last.Conversation == key ? OfferedBy(last) : [],
            Older: entries.Count >= MostPerPage ? entries[0].At.ToUnixTimeMilliseconds() : null,
            Waits: before is null && entries is [.., { Message: Inbound.Text } asked] && !WebComplaints.IsForm(asked.Conversation),
            Watermark: Math.Max(known, shown));
    }

    /// <summary>Asks, and waits a while for the answer; the same <paramref name="formId"/> asks once, however often it comes.</summary>
    public async Task AskAsync(Visitor visitor, Guid formId, string words, CancellationToken cancellationToken)
    {
        await EnterAsync(visitor, cancellationToken);
        var accepted = await inbox.AcceptAsync(
            new Inbound.Text(words)
            {
                Conversation = KeyOf(visitor),
                MessageId = $"{visitor.ChatId}:{formId:N}",
                SentAt = time.GetUtcNow(),
                PassiveFor = AnswerWithin,
            },
            cancellationToken);
        if (await accepted.WaitForReplyAsync(AnswerWithin, cancellationToken) is PassiveReply.Ready ready)
        {
            // The log is what the page shows: the answer is delivered as soon as it is in it.
            await ready.Confirm(ready.Reply.Parts.Count, complete: true);
        }
    }

    /// <summary>A token for the script; null when Direct Line is off.</summary>
    public async Task<ChatToken?> OpenAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        if (tokens is null)
        {
            return null;
        }

        await EnterAsync(visitor, cancellationToken);
        return tokens.Issue(visitor.ChatId, visitor.ChatId);
    }

    private static IReadOnlyList<string> OfferedBy(ThreadEntry entry) =>
        [.. (entry.Reply?.Parts ?? []).OfType<ReplyPart.Choices>().SelectMany(choices => choices.Items).Select(item => item.Label)];

    /// <summary>The conversation is the visitor's from its first message.</summary>
    private Task EnterAsync(Visitor visitor, CancellationToken cancellationToken) =>
        conversations.BeginBoundAsync(KeyOf(visitor), visitor.License, visitor.Holder, cancellationToken);

    private ConversationKey KeyOf(Visitor visitor) => keys.Of(visitor.ChatId);
}

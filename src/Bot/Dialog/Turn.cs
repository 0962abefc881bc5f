using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog;

/// <summary>
/// Everything a policy or a skill may look at: plain data, no clock and nothing to send with, so that a transcript can be
/// replayed in a test.
/// </summary>
/// <param name="Seq">The message's number in the inbox; unique, and rising.</param>
/// <param name="Message">What is to be answered: what came in, or the question that waited until the shop was known.</param>
/// <param name="Conversation">The conversation before this message, and after <see cref="Identity"/>.</param>
/// <param name="Retailer">The bound retailer's row; null for an unknown sender, or when the table no longer has it.</param>
/// <param name="Understood">What the words say; null when the message has no words.</param>
/// <param name="At">The turn's instant.</param>
internal sealed record Turn(
    long Seq, Inbound Message, Conversation Conversation, Retailer? Retailer, Understood? Understood, DateTimeOffset At)
{
    /// <summary>The channel's name.</summary>
    public string Channel => Conversation.Key.Channel;

    /// <summary>The date in China.</summary>
    public DateOnly Today => At.DateInChina();

    /// <summary>The words as the retailer wrote or said them; empty when there are none.</summary>
    public string Words => WordsOf(Message);

    /// <summary>What changed in who the sender is, before this message.</summary>
    public IReadOnlyList<ConversationEvent> Identity { get; init; } = [];

    /// <summary>The words of a message; empty when it has none.</summary>
    public static string WordsOf(Inbound message) => message switch
    {
        Inbound.Text text => text.Content,
        Inbound.Voice { Recognition: { } heard } => heard,
        _ => "",
    };

    /// <summary>Products named in the message, in order.</summary>
    public IEnumerable<ProductMention> Mentions =>
        Understood?.Entities.OfType<Entity.ProductNamed>().Select(entity => entity.Mention) ?? [];
}

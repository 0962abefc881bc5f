using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Conversations;

/// <summary>The events of the log that people see: messages and replies. How an event's JSON begins says what it is.</summary>
internal static class SpokenEvents
{
    /// <summary>The condition that an event is a reply.</summary>
    public const string AreReplies = """body LIKE '{"is":"replied"%'""";

    /// <summary>The condition that an event is a message or a reply.</summary>
    public const string AreSpoken = $$"""(body LIKE '{"is":"wrote"%' OR {{AreReplies}})""";

    /// <summary>The message or the reply of an event's JSON.</summary>
    public static (Inbound? Message, Reply? Reply) Read(string body) => BotJson.ReadEvent(body) switch
    {
        ConversationEvent.RetailerWrote wrote => (wrote.Message, null),
        ConversationEvent.BotReplied replied => (null, replied.Reply),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is not something that was said."),
    };
}

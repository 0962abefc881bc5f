using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Tickets;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog;

/// <summary>What a turn leads to: plain data, committed as one.</summary>
internal sealed record Decision
{
    /// <summary>What to say; null for nothing.</summary>
    public Reply? Reply { get; init; }

    /// <summary>More lines, for the retailer who asks for them; null when the reply is all.</summary>
    public string? More { get; init; }

    /// <summary>True when the retailer asked for more: a page may then be longer than a first answer.</summary>
    public bool AskedForMore { get; init; }

    /// <summary>What this answered, when that differs from what was first understood.</summary>
    public Intent? Intent { get; init; }

    /// <summary>False for a fallback: it counts as a misunderstanding.</summary>
    public bool Understood { get; init; } = true;

    /// <summary>True when a person was brought in or offered.</summary>
    public bool Handoff { get; init; }

    /// <summary>What changes in the conversation, in order.</summary>
    public IReadOnlyList<ConversationEvent> Events { get; init; } = [];

    /// <summary>Something for a person to do.</summary>
    public Ticket? Ticket { get; init; }

    /// <summary>A code for the registered phone.</summary>
    public CodeToSend? Code { get; init; }

    /// <summary>True when the sender has left: the conversation's content goes.</summary>
    public bool Forget { get; init; }

    /// <summary>Nothing to say and nothing to do.</summary>
    public static Decision Silence { get; } = new();

    /// <summary>An answer of parts.</summary>
    public static Decision Say(params ReplyPart[] parts) => new() { Reply = new Reply(parts) };

    /// <summary>An answer of one text.</summary>
    public static Decision Say(string text) => new() { Reply = Channels.Contracts.Reply.OfText(text) };

    /// <summary>The same decision with more events.</summary>
    public Decision With(params ConversationEvent[] events) => this with { Events = [.. Events, .. events] };
}

/// <summary>A binding code on its way to a registered phone; it is sent as its own message and never logged in the talk.</summary>
/// <param name="License">The licence it is for.</param>
/// <param name="To">The phone's thread on the SMS channel.</param>
/// <param name="Text">The message with the code.</param>
internal sealed record CodeToSend(Knowledge.LicenseNumber License, ConversationKey To, string Text);

using System.Text.Json.Serialization;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>What happened in a conversation. A closed set; the log is only ever added to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(RetailerWrote), "wrote")]
[JsonDerivedType(typeof(BotReplied), "replied")]
[JsonDerivedType(typeof(RetailerBound), "bound")]
[JsonDerivedType(typeof(RetailerUnbound), "unbound")]
[JsonDerivedType(typeof(ConsentChanged), "consent")]
[JsonDerivedType(typeof(SubjectChanged), "subject")]
[JsonDerivedType(typeof(ChoiceOffered), "choice")]
[JsonDerivedType(typeof(ChoiceClosed), "choiceClosed")]
[JsonDerivedType(typeof(FormChanged), "form")]
[JsonDerivedType(typeof(Misunderstood), "misunderstood")]
[JsonDerivedType(typeof(TicketOpened), "ticket")]
internal abstract record ConversationEvent
{
    private ConversationEvent()
    {
    }

    /// <summary>A message came in, with what the bot took it to mean.</summary>
    public sealed record RetailerWrote(Inbound Message, Intent? Intent, double? Confidence) : ConversationEvent;

    /// <summary>
    /// The bot answered. <paramref name="More"/> is the rest that did not fit, to be had until <paramref name="MoreUntil"/>;
    /// <paramref name="Understood"/> is false for a fallback.
    /// </summary>
    public sealed record BotReplied(Reply Reply, string? More, bool Understood, DateTimeOffset? MoreUntil = null)
        : ConversationEvent;

    /// <summary>The sender proved to be this retailer, held by <paramref name="Holder"/> (<see cref="Binding.Holder"/>).</summary>
    public sealed record RetailerBound(LicenseNumber License, string Holder) : ConversationEvent;

    /// <summary>The binding was undone.</summary>
    public sealed record RetailerUnbound : ConversationEvent;

    /// <summary>The sender asked for no more messages, or for messages again (<see cref="Consent"/>).</summary>
    public sealed record ConsentChanged(Consent Consent) : ConversationEvent;

    /// <summary>The talk is now about this.</summary>
    public sealed record SubjectChanged(Subject? Subject) : ConversationEvent;

    /// <summary>Numbered choices were offered.</summary>
    public sealed record ChoiceOffered(OpenChoice Choice) : ConversationEvent;

    /// <summary>The choices were taken or passed over.</summary>
    public sealed record ChoiceClosed : ConversationEvent;

    /// <summary>A form was opened, moved on or (null) closed.</summary>
    public sealed record FormChanged(Form? Form) : ConversationEvent;

    /// <summary>A message was not understood.</summary>
    public sealed record Misunderstood : ConversationEvent;

    /// <summary>Something was recorded for a person.</summary>
    public sealed record TicketOpened(string Number, string TicketKind) : ConversationEvent;
}

using System.Text.Json.Serialization;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>
/// What the bot remembers of one thread. Immutable: it changes only by <see cref="Apply"/>, so a log of events replayed
/// from <see cref="Start"/> gives the same conversation again.
/// </summary>
internal sealed record Conversation
{
    /// <summary>Whose thread.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>Number of events so far; 0 for a new conversation.</summary>
    public long Version { get; init; }

    /// <summary>The bound retailer; null while the sender is unknown.</summary>
    public LicenseNumber? Retailer { get; init; }

    /// <summary>The mark of who held the licence when it was bound (<see cref="Binding.Holder"/>); null while unknown.</summary>
    public string? Holder { get; init; }

    /// <summary>
    /// The retailer's one thread, whatever the channel: licence and holder; null while the sender is unknown. A new holder
    /// begins a new one.
    /// </summary>
    [JsonIgnore]
    public string? Thread => Retailer is { } license && Holder is { } holder ? ThreadOf(license, holder) : null;

    /// <summary>What the last answer was about, for follow-ups such as 那硬的呢 and 为什么.</summary>
    public Subject? Subject { get; init; }

    /// <summary>The numbered choices that were offered and not yet taken.</summary>
    public OpenChoice? OpenChoice { get; init; }

    /// <summary>A form under way, such as binding.</summary>
    public Form? Form { get; init; }

    /// <summary>What did not fit into the last answer and comes on 更多.</summary>
    public string? More { get; init; }

    /// <summary>Until when: its figures are of the time of the question, so it is not kept for long.</summary>
    public DateTimeOffset? MoreUntil { get; init; }

    /// <summary>Whether the sender takes messages. It is the sender's own word: it outlives the binding.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Consent Consent { get; init; }

    /// <summary>True when nothing may be sent that was not asked for.</summary>
    [JsonIgnore]
    public bool OptedOut => Consent != Consent.Given;

    /// <summary>Messages in a row that were not understood.</summary>
    public int Misunderstandings { get; init; }

    /// <summary>The name of a retailer's thread.</summary>
    public static string ThreadOf(LicenseNumber license, string holder) => $"{license.Value}/{holder}";

    /// <summary>A conversation before its first message.</summary>
    public static Conversation Start(ConversationKey key) => new() { Key = key };

    /// <summary>The conversation after one more event.</summary>
    public Conversation Apply(ConversationEvent next) => Change(next) with { Version = Version + 1 };

    private Conversation Change(ConversationEvent next) => next switch
    {
        // Nothing of what was said to one retailer is left for another, or for whoever holds the phone now.
        ConversationEvent.RetailerBound bound => Anew() with { Retailer = bound.License, Holder = bound.Holder },
        ConversationEvent.RetailerUnbound => Anew(),
        ConversationEvent.ConsentChanged changed => this with { Consent = changed.Consent },
        ConversationEvent.SubjectChanged changed => this with { Subject = changed.Subject },
        ConversationEvent.ChoiceOffered offered => this with { OpenChoice = offered.Choice },
        ConversationEvent.ChoiceClosed => this with { OpenChoice = null },
        ConversationEvent.FormChanged changed => this with { Form = changed.Form },
        ConversationEvent.Misunderstood => this with { Misunderstandings = Misunderstandings + 1 },
        ConversationEvent.BotReplied replied => this with
        {
            More = replied.More,
            MoreUntil = replied.MoreUntil,
            Misunderstandings = replied.Understood ? 0 : Misunderstandings,
        },
        ConversationEvent.RetailerWrote or ConversationEvent.TicketOpened => this,
        _ => throw new InvalidOperationException($"Unknown event {next.GetType().Name}."),
    };

    private Conversation Anew() => Start(Key) with { Version = Version, Consent = Consent };
}

/// <summary>Whether a sender takes messages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Consent>))]
internal enum Consent
{
    /// <summary>Messages are welcome.</summary>
    Given,

    /// <summary>Answers only: nothing unasked.</summary>
    Withdrawn,

    /// <summary>The provider itself sends nothing more, answers neither, until the sender tells it otherwise.</summary>
    Barred,
}

/// <summary>What an answer was about.</summary>
/// <param name="Intent">What was asked.</param>
/// <param name="ProductCodes">The products it was asked of.</param>
internal sealed record Subject(Intent Intent, IReadOnlyList<string> ProductCodes);

/// <summary>Choices on offer: which intent they belong to and what each stands for.</summary>
/// <param name="Intent">What was asked.</param>
/// <param name="Options">What may be chosen.</param>
/// <param name="Question">The words that were asked back about, when the choice is of an intent.</param>
/// <param name="IsTaken">One was taken; another may still be, since people go through a list.</param>
internal sealed record OpenChoice(
    Intent Intent, IReadOnlyList<OfferedOption> Options, string? Question = null, bool IsTaken = false);

/// <summary>One option. <paramref name="Value"/> is a product code, an intent's label, or what the asking skill knows.</summary>
internal sealed record OfferedOption(string Id, string Label, OptionKind Kind, string Value);

/// <summary>What an option's value is.</summary>
internal enum OptionKind
{
    /// <summary>A product code.</summary>
    Product,

    /// <summary>An intent's label.</summary>
    Intent,

    /// <summary>Something that the asking skill knows.</summary>
    Other,
}

using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Contracts;

/// <summary>
/// What a retailer sent, in the company's words instead of a provider's. A closed set: every case is below, and a
/// kind that a channel does not know becomes <see cref="Unsupported"/>, so nothing a person sends is dropped.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Voice), "voice")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Video), "video")]
[JsonDerivedType(typeof(Location), "location")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(MenuTap), "menu")]
[JsonDerivedType(typeof(Followed), "followed")]
[JsonDerivedType(typeof(Unfollowed), "unfollowed")]
[JsonDerivedType(typeof(Scanned), "scanned")]
[JsonDerivedType(typeof(OptedOut), "optedOut")]
[JsonDerivedType(typeof(OptedIn), "optedIn")]
[JsonDerivedType(typeof(Unsupported), "unsupported")]
public abstract record Inbound
{
    private Inbound()
    {
    }

    /// <summary>Whose message it is.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>The provider's id, the same on every repeat of the same message: duplicates are found by it.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the sender sent it, by the provider's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>
    /// How long, from its arrival, the provider's own response (its repeats included) can still carry the answer;
    /// null where answers go by API only. Until then the answer is kept for that response.
    /// </summary>
    public TimeSpan? PassiveFor { get; init; }

    /// <summary>
    /// The sender's phone where the provider vouches for it (SMS, calls), else null: 11 digits for the mainland, E.164
    /// elsewhere. Who owns a registered phone is known without a code.
    /// </summary>
    public string? Phone { get; init; }

    /// <summary>Who reads the answer. Nothing of one retailer, and no product, is ever told to <see cref="Audience.Public"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Audience Audience { get; init; }

    /// <summary>Ids in <see cref="IAttachments"/> of the files that came with the message; null for none.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }

    /// <summary>
    /// The message in the channel's own form, where the channel has to show it again just as it came (Direct Line's
    /// echo); null elsewhere.
    /// </summary>
    public string? Wire { get; init; }

    /// <summary>How this counts for the channel's reply window.</summary>
    [JsonIgnore]
    public ContactKind Contact => this switch
    {
        MenuTap => ContactKind.Tap,
        Scanned => ContactKind.Scan,
        Followed => ContactKind.Follow,
        Unfollowed => ContactKind.None,
        OptedOut => ContactKind.OptOut,
        _ => ContactKind.Message,
    };

    /// <summary>Typed words. <paramref name="ChoiceId"/> is set when an offered choice was tapped.</summary>
    public sealed record Text(string Content, string? ChoiceId = null) : Inbound;

    /// <summary>A voice message; <paramref name="Recognition"/> is the provider's transcript, when it gives one.</summary>
    public sealed record Voice(string? MediaId, string? Recognition) : Inbound;

    /// <summary>A photo.</summary>
    public sealed record Picture(string? MediaId, string? Url) : Inbound;

    /// <summary>A video, long or short.</summary>
    public sealed record Video(string? MediaId) : Inbound;

    /// <summary>A place, in degrees.</summary>
    public sealed record Location(double Latitude, double Longitude, string? Label) : Inbound;

    /// <summary>A shared page.</summary>
    public sealed record Link(string Title, string? Description, string Url) : Inbound;

    /// <summary>A tap on the channel's menu; <paramref name="Key"/> is the key set when the menu was made.</summary>
    public sealed record MenuTap(string Key) : Inbound;

    /// <summary>Began to follow the account, perhaps by a code that carries a scene.</summary>
    public sealed record Followed(string? Scene) : Inbound;

    /// <summary>Stopped following: nothing may be sent any more and the sender's data goes.</summary>
    public sealed record Unfollowed() : Inbound;

    /// <summary>Scanned a code of ours while already following.</summary>
    public sealed record Scanned(string Scene) : Inbound;

    /// <summary>
    /// Asked for no more messages, by this word. <paramref name="Answered"/>: the provider has answered by itself, and a
    /// second answer would be one too many.
    /// </summary>
    public sealed record OptedOut(string Word, bool Answered) : Inbound;

    /// <summary>Asked for messages again, by this word; <paramref name="Answered"/> as in <see cref="OptedOut"/>.</summary>
    public sealed record OptedIn(string Word, bool Answered) : Inbound;

    /// <summary>Something this channel cannot read; <paramref name="Kind"/> is the provider's own name for it.</summary>
    public sealed record Unsupported(string Kind) : Inbound;
}

/// <summary>Who reads what is said in a conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>The sender alone.</summary>
    Private,

    /// <summary>A group, strangers among them.</summary>
    Public,
}

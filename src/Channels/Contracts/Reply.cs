using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Contracts;

/// <summary>What goes back to a retailer: parts in order. Each channel renders the parts within its own limits.</summary>
public sealed record Reply(IReadOnlyList<ReplyPart> Parts)
{
    /// <summary>
    /// The same in the form of a registered template, for providers that let nothing else out; null when it has none.
    /// </summary>
    public Notice? Notice { get; init; }

    /// <summary>What the retailer is expected to give next, where the channel has to know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Expects Expects { get; init; }

    /// <summary>A reply of one text.</summary>
    public static Reply OfText(string content) => new([new ReplyPart.Text(content)]);

    /// <summary>The text-only form, which every channel can fall back to.</summary>
    public string ToPlainText() => string.Join("\n", Parts.Select(part => part.ToPlainText()));
}

/// <summary>One piece of a reply. A closed set; every case has a text-only form.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(Cards), "cards")]
[JsonDerivedType(typeof(Call), "call")]
public abstract record ReplyPart
{
    private ReplyPart()
    {
    }

    /// <summary>The part as plain lines.</summary>
    public abstract string ToPlainText();

    /// <summary>Plain words, lines separated by <c>\n</c>.</summary>
    public sealed record Text(string Content) : ReplyPart
    {
        /// <inheritdoc/>
        public override string ToPlainText() => Content;
    }

    /// <summary>A question with numbered answers; the retailer taps one or types its number or its label.</summary>
    public sealed record Choices(string Prompt, IReadOnlyList<Choice> Items) : ReplyPart
    {
        /// <inheritdoc/>
        public override string ToPlainText() =>
            string.Join("\n", Items.Select((item, index) => $"{index + 1}. {item.Label}").Prepend(Prompt));
    }

    /// <summary>A person or a line to ring: tapped on a screen, put through on the phone.</summary>
    /// <param name="Name">Who answers there, such as 客户经理李伟.</param>
    /// <param name="Number">The number as it is dialled in the mainland: 11 digits, or 0571-88886666, or 12313.</param>
    public sealed record Call(string Name, string Number) : ReplyPart
    {
        /// <inheritdoc/>
        public override string ToPlainText() => $"{Name} {Number}";
    }

    /// <summary>Pictures with a title and a few words, such as new brands.</summary>
    public sealed record Cards(IReadOnlyList<Card> Items) : ReplyPart
    {
        /// <inheritdoc/>
        public override string ToPlainText() =>
            string.Join("\n", Items.Select(item => item.Description.Length > 0 ? $"{item.Title}\n{item.Description}" : item.Title));
    }
}

/// <summary>What a retailer is expected to give next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Expects>))]
public enum Expects
{
    /// <summary>Nothing in particular.</summary>
    Anything,

    /// <summary>A number: a licence, a code. On the phone it is keyed in and ended with #.</summary>
    Digits,

    /// <summary>Their own words, at length. On the phone they are recorded.</summary>
    Words,
}

/// <summary>A message in the form of a registered template.</summary>
/// <param name="Name">The template's name here, such as <c>bind.code</c>; settings say which of the provider's it is.</param>
/// <param name="Values">The template's variables.</param>
public sealed record Notice(string Name, IReadOnlyDictionary<string, string> Values);

/// <summary>One numbered answer. <paramref name="Id"/> comes back in <see cref="Inbound.Text.ChoiceId"/> when it is tapped.</summary>
public sealed record Choice(string Id, string Label);

/// <summary>
/// One picture card. <paramref name="PicturePath"/> and <paramref name="LinkPath"/> are either absolute or begin with
/// <c>/</c> and are then completed with the public address of this service.
/// </summary>
public sealed record Card(string Title, string Description, string? PicturePath, string? LinkPath);

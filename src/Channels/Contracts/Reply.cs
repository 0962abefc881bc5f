using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Contracts;

/// <summary>What goes back to a retailer: parts in order. Each channel renders the parts within its own limits.</summary>
public sealed record Reply(IReadOnlyList<ReplyPart> Parts)
{
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

    /// <summary>Pictures with a title and a few words, such as new brands.</summary>
    public sealed record Cards(IReadOnlyList<Card> Items) : ReplyPart
    {
        /// <inheritdoc/>
        public override string ToPlainText() =>
            string.Join("\n", Items.Select(item => item.Description.Length > 0 ? $"{item.Title}\n{item.Description}" : item.Title));
    }
}

/// <summary>One numbered answer. <paramref name="Id"/> comes back in <see cref="Inbound.Text.ChoiceId"/> when it is tapped.</summary>
public sealed record Choice(string Id, string Label);

/// <summary>
/// One picture card. <paramref name="PicturePath"/> and <paramref name="LinkPath"/> are either absolute or begin with
/// <c>/</c> and are then completed with the public address of this service.
/// </summary>
public sealed record Card(string Title, string Description, string? PicturePath, string? LinkPath);

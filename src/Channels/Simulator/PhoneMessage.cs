using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Simulator;

/// <summary>A message as the simulated phone shows it. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(News), "news")]
[JsonDerivedType(typeof(Menu), "menu")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record PhoneMessage
{
    private PhoneMessage()
    {
    }

    /// <summary>Words, some of them links.</summary>
    public sealed record Text(IReadOnlyList<PhoneSegment> Segments) : PhoneMessage;

    /// <summary>Picture cards.</summary>
    public sealed record News(IReadOnlyList<PhoneArticle> Articles) : PhoneMessage;

    /// <summary>A menu message: tapping an item sends it.</summary>
    public sealed record Menu(string Head, IReadOnlyList<PhoneMenuItem> Items, string Tail) : PhoneMessage;

    /// <summary>A type that the simulator does not draw; its name.</summary>
    public sealed record Other(string MsgType) : PhoneMessage;
}

/// <summary>A run of words: plain, a link to a page, or one that sends <paramref name="Sends"/> when tapped.</summary>
public sealed record PhoneSegment(string Text, string? Href = null, PhoneMenuItem? Sends = null);

/// <summary>An answer that a tap sends: its id and its words.</summary>
public sealed record PhoneMenuItem(string Id, string Content);

/// <summary>One picture card; addresses may be empty.</summary>
public sealed record PhoneArticle(string Title, string Description, string PictureUrl, string Url);

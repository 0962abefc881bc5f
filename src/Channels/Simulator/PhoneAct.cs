using System.Text.Json.Serialization;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Simulator;

/// <summary>What a person does on the simulated phone. A closed set; <see cref="Raw"/> is for everything else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Voice), "voice")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Location), "location")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Follow), "follow")]
[JsonDerivedType(typeof(Unfollow), "unfollow")]
[JsonDerivedType(typeof(Scan), "scan")]
[JsonDerivedType(typeof(Tap), "tap")]
[JsonDerivedType(typeof(Raw), "raw")]
public abstract record PhoneAct
{
    private PhoneAct()
    {
    }

    /// <summary>How WeChat counts it for customer-service messages.</summary>
    [JsonIgnore]
    public ContactKind Contact => this switch
    {
        Tap => ContactKind.Tap,
        Scan => ContactKind.Scan,
        Follow => ContactKind.Follow,
        Unfollow => ContactKind.None,
        _ => ContactKind.Message,
    };

    /// <summary>Typed words; <paramref name="MenuId"/> is set when a link of a menu message was tapped.</summary>
    public sealed record Text(string Content, string? MenuId = null) : PhoneAct;

    /// <summary>A voice message; without <paramref name="Recognition"/> WeChat gave no transcript.</summary>
    public sealed record Voice(string? Recognition) : PhoneAct;

    /// <summary>A photo at an address.</summary>
    public sealed record Picture(string Url) : PhoneAct;

    /// <summary>A place, in degrees.</summary>
    public sealed record Location(double Latitude, double Longitude, string Label) : PhoneAct;

    /// <summary>A shared page.</summary>
    public sealed record Link(string Title, string Description, string Url) : PhoneAct;

    /// <summary>Begins to follow the account, by a code when there is a <paramref name="Scene"/>.</summary>
    public sealed record Follow(string? Scene) : PhoneAct;

    /// <summary>Stops following.</summary>
    public sealed record Unfollow : PhoneAct;

    /// <summary>Scans a code of the account while following it.</summary>
    public sealed record Scan(string Scene) : PhoneAct;

    /// <summary>A tap on the menu button of this key.</summary>
    public sealed record Tap(string Key) : PhoneAct;

    /// <summary>A push as written here, signed and encrypted like any other.</summary>
    public sealed record Raw(string Xml) : PhoneAct;
}

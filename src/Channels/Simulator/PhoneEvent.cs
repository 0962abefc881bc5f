using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Simulator;

/// <summary>What reaches a phone by WeChat's API rather than in answer to a push. A closed set.</summary>
/// <param name="Number">Counts up from 1 on each phone.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Message), "message")]
[JsonDerivedType(typeof(Typing), "typing")]
public abstract record PhoneEvent(long Number)
{
    /// <summary>A customer-service message, with the call that brought it.</summary>
    public sealed record Message(long Number, PhoneMessage Content, ApiCall Call) : PhoneEvent(Number);

    /// <summary>"正在输入" begins or ends.</summary>
    public sealed record Typing(long Number, bool Begins) : PhoneEvent(Number);
}

/// <summary>One call of the API as it stood on the wire.</summary>
public sealed record ApiCall(string Path, string Request, string Response);

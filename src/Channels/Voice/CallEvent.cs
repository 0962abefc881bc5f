namespace ServiceBot.Channels.Voice;

/// <summary>What happened on the line. A closed set.</summary>
internal abstract record CallEvent
{
    private CallEvent()
    {
    }

    /// <summary>The call came in.</summary>
    public sealed record Began : CallEvent;

    /// <summary>Keys were pressed: <c>0</c>–<c>9</c>, <c>*</c>, <c>#</c>; empty when none was in time.</summary>
    public sealed record Pressed(string Keys) : CallEvent;

    /// <summary>Something was said and recorded.</summary>
    /// <param name="RecordingId">The provider's id of the recording; null when there was only silence.</param>
    /// <param name="Key">The key that ended it; empty when it ended by itself or the caller hung up.</param>
    public sealed record Spoke(string? RecordingId, string Key) : CallEvent;

    /// <summary>The call to somebody else ended.</summary>
    /// <param name="Answered">True when somebody took it.</param>
    public sealed record PutThrough(bool Answered) : CallEvent;

    /// <summary>The caller has waited a little for an answer.</summary>
    public sealed record Waited : CallEvent;
}

/// <summary>One call, as the provider names it.</summary>
/// <param name="Account">The company's account with the provider.</param>
/// <param name="Id">The call's id.</param>
/// <param name="Phone">The caller's phone, 11 digits for the mainland, else E.164; null when it is withheld.</param>
/// <param name="HasEnded">True when the caller is no longer there to hear anything.</param>
internal sealed record Call(string Account, string Id, string? Phone, bool HasEnded);

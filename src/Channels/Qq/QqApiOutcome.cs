namespace ServiceBot.Channels.Qq;

/// <summary>How a call to QQ's API ended.</summary>
internal abstract record QqApiOutcome
{
    private QqApiOutcome()
    {
    }

    /// <summary>Done; the message's id.</summary>
    public sealed record Done(string? MessageId) : QqApiOutcome;

    /// <summary>QQ said no.</summary>
    public sealed record Refused(int Code) : QqApiOutcome;

    /// <summary>
    /// No answer, or one that is not QQ's. The same message with the same <c>msg_seq</c> may go again: QQ drops the second.
    /// </summary>
    public sealed record Unknown(string Detail) : QqApiOutcome;
}

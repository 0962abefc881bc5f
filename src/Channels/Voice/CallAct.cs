namespace ServiceBot.Channels.Voice;

/// <summary>What the caller's line does next, whoever the provider is. A closed set; a script is a list of them.</summary>
internal abstract record CallAct
{
    private CallAct()
    {
    }

    /// <summary>Says words that are already written for the ear.</summary>
    public sealed record Say(string Words) : CallAct;

    /// <summary>Is still for a moment.</summary>
    public sealed record Pause(TimeSpan For) : CallAct;

    /// <summary>Says something and takes keys meanwhile and for a while after; comes back pressed, or with no key.</summary>
    /// <param name="Prompts">What is said; a key cuts it short.</param>
    /// <param name="Single">True for one key; false for a number that ends with #.</param>
    /// <param name="Next">Where the call then stands.</param>
    public sealed record TakeKeys(IReadOnlyList<CallAct> Prompts, bool Single, CallState Next) : CallAct;

    /// <summary>Records the caller; comes back spoken.</summary>
    public sealed record Record(CallState Next) : CallAct;

    /// <summary>Rings somebody; comes back put through or not.</summary>
    /// <param name="Number">E.164.</param>
    /// <param name="Next">Where the call then stands.</param>
    public sealed record Dial(string Number, CallState Next) : CallAct;

    /// <summary>Comes back waited.</summary>
    public sealed record ComeBack(CallState Next) : CallAct;

    /// <summary>Ends the call.</summary>
    public sealed record HangUp : CallAct;
}

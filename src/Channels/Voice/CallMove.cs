using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>What an event leads to: something to say at once, or something to ask the engine. A closed set.</summary>
internal abstract record CallMove
{
    private CallMove()
    {
    }

    /// <summary>Nothing to ask: the line goes on.</summary>
    public sealed record Go(IReadOnlyList<CallAct> Script) : CallMove;

    /// <summary>The engine answers.</summary>
    /// <param name="Message">The message; a repeat of one gets its answer again.</param>
    /// <param name="Next">Where the call stands once the answer was told.</param>
    /// <param name="First">What is said before the answer; empty for nothing.</param>
    public sealed record Ask(Inbound Message, CallState Next, string First = "") : CallMove;
}

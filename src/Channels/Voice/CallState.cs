namespace ServiceBot.Channels.Voice;

/// <summary>What the caller was last asked for.</summary>
internal enum CallAsks
{
    /// <summary>A key of the main menu.</summary>
    Menu,

    /// <summary>A key of an answer's own choices.</summary>
    Choice,

    /// <summary>A number, ended with #.</summary>
    Digits,

    /// <summary>Words, recorded.</summary>
    Words,
}

/// <summary>
/// Where a call stands. It travels in the address that the provider calls next, which the provider signs, so that nothing is
/// kept of a call but what the engine keeps.
/// </summary>
/// <param name="Step">The number of what is asked now, from 1: the answer to it is one message, however often it comes.</param>
/// <param name="Asks">What the caller is asked for.</param>
/// <param name="Heard">The step whose answer was last told, to tell it again; 0 for none.</param>
/// <param name="Choices">How many choices there are, 0 to 8.</param>
/// <param name="Misses">Silences and unknown keys in a row.</param>
/// <param name="Waits">How often the caller was asked to wait for the same answer.</param>
internal sealed record CallState(
    int Step, CallAsks Asks = CallAsks.Menu, int Heard = 0, int Choices = 0, int Misses = 0, int Waits = 0)
{
    /// <summary>A call that has just come in.</summary>
    public static CallState Start { get; } = new(Step: 1);

    /// <summary>The main menu as the next thing asked.</summary>
    public CallState ToMenu() => new(Step + 1);
}

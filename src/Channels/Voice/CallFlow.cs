using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>What a call does next. The same event in the same state gives the same move.</summary>
internal sealed class CallFlow(CallScripts scripts, CallMenu menu, CallPrompts prompts, TimeProvider time)
{
    /// <summary>Silences and unknown keys in a row after which the call ends.</summary>
    public const int MostMisses = 3;

    /// <summary>How often a caller is asked to wait for one answer: with the waits themselves, about a minute.</summary>
    public const int MostWaits = 5;

    // Longer than a licence; nobody keys in more.
    private const int MostDigits = 32;

    // Stands for a message that is stored already; were it not, the engine would tell what it can do.
    private static readonly CallWords AskedAgain = new CallWords.Tap("call.again");

    /// <summary>The next move.</summary>
    public CallMove Next(Call call, CallState state, CallEvent happened) => happened switch
    {
        // First of all: what was said is kept also when the caller has hung up.
        CallEvent.Spoke { RecordingId: { } recording } spoke when !IsCommand(spoke.Key) =>
            Ask(call, state, new CallWords.Recording(recording)),
        _ when call.HasEnded => new CallMove.Go(CallScripts.Nothing),
        CallEvent.Began => new CallMove.Go(scripts.Welcome(state)),
        CallEvent.Pressed pressed => Pressed(call, state, pressed.Keys),
        CallEvent.Spoke spoke => Pressed(call, state, spoke.Key),
        CallEvent.PutThrough { Answered: true } => new CallMove.Go(scripts.Menu(state.ToMenu())),
        CallEvent.PutThrough => Ask(call, state, new CallWords.Tap(CallTaps.Unanswered)),
        CallEvent.Waited when state.Waits > MostWaits => new CallMove.Go(CallScripts.End(prompts.TooSlow)),
        CallEvent.Waited => AskAgain(call, state),
        _ => throw new InvalidOperationException($"Unknown call event {happened.GetType().Name}."),
    };

    private CallMove Pressed(Call call, CallState state, string keys)
    {
        if (keys == CallMenu.MenuKey)
        {
            return new CallMove.Go(scripts.Menu(state.ToMenu()));
        }

        if (CallMenu.IsAgain(keys))
        {
            return TellAgain(call, state with { Step = state.Step + 1, Misses = 0 });
        }

        return WordsOf(state, keys) is { } words
            ? Ask(call, state, words)
            : Missed(call, state, keys.Length == 0 ? prompts.NothingHeard : prompts.UnknownKey);
    }

    /// <summary>What the keys mean to the engine; null when nothing.</summary>
    private CallWords? WordsOf(CallState state, string keys) => state.Asks switch
    {
        CallAsks.Menu when menu.IntentOf(keys) is { } intent => new CallWords.Tap($"menu.{intent}"),
        CallAsks.Choice when keys.Length == 1 && keys[0] >= '1' && keys[0] < '1' + state.Choices => new CallWords.Digits(keys),
        CallAsks.Digits when keys.Length is > 1 and <= MostDigits && keys.All(char.IsAsciiDigit) => new CallWords.Digits(keys),
        _ => null,
    };

    private CallMove Missed(Call call, CallState state, string what)
    {
        var next = state with { Step = state.Step + 1, Misses = state.Misses + 1 };
        return next switch
        {
            { Misses: >= MostMisses } => new CallMove.Go(CallScripts.End(prompts.Goodbye)),
            { Asks: CallAsks.Menu } => new CallMove.Go(scripts.Menu(next, what)),
            _ => AskAgain(call, next) with { First = what },
        };
    }

    /// <summary>The last answer once more; before there is one, the menu.</summary>
    private CallMove TellAgain(Call call, CallState state) =>
        state.Heard == 0 ? new CallMove.Go(scripts.Menu(state)) : AskAgain(call, state);

    private CallMove.Ask Ask(Call call, CallState state, CallWords words) => new(
        CallMessages.Of(call, state.Step, words, time.GetUtcNow()), new CallState(state.Step + 1, Heard: state.Step));

    /// <summary>The engine gives the same answer for the same message.</summary>
    private CallMove.Ask AskAgain(Call call, CallState state) =>
        new(CallMessages.Of(call, state.Heard, AskedAgain, time.GetUtcNow()), state);

    private static bool IsCommand(string keys) => keys == CallMenu.MenuKey || CallMenu.IsAgain(keys);
}

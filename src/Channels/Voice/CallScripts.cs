using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>Writes what the line does next. Pure; nothing here knows a provider.</summary>
internal sealed class CallScripts(CallMenu menu, CallPrompts prompts)
{
    private static readonly TimeSpan BeforeComingBack = TimeSpan.FromSeconds(2);

    /// <summary>Nobody is there any more.</summary>
    public static IReadOnlyList<CallAct> Nothing { get; } = [];

    /// <summary>The call begins.</summary>
    public IReadOnlyList<CallAct> Welcome(CallState state) => Menu(state, prompts.Welcome);

    /// <summary>The main menu, after something else or nothing.</summary>
    public IReadOnlyList<CallAct> Menu(CallState state, string first = "") =>
        [new CallAct.TakeKeys([.. SpokenActs.Of(first), .. menu.Say()], Single: true, state with { Asks = CallAsks.Menu })];

    /// <summary>An answer of the engine, and what the caller is asked next.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="heard">Where the call stands; what is asked is set from the answer.</param>
    /// <param name="first">What is said before it.</param>
    public IReadOnlyList<CallAct> Answer(Reply reply, CallState heard, string first)
    {
        var state = heard with { Waits = 0 };
        var choices = ChoicesOf(reply).Count();
        var person = choices == 0 && reply.Expects == Expects.Anything ? PersonToRing(reply) : null;
        List<CallAct> told = [.. SpokenActs.Of(first), .. reply.Parts.Where(part => part != person).SelectMany(SayPart)];
        return (person, reply.Expects) switch
        {
            ({ } rung, _) => [.. told, new CallAct.Dial(DialledNumber.Of(rung.Number)!, state)],
            _ when choices > 0 => [TakeKeys(told, state with { Asks = CallAsks.Choice, Choices = choices })],
            (_, Expects.Digits) => [TakeKeys(told, state with { Asks = CallAsks.Digits })],
            (_, Expects.Words) => Record(told, state with { Asks = CallAsks.Words }),
            _ => [TakeKeys(told, state with { Asks = CallAsks.Menu })],
        };
    }

    /// <summary>The answer is not there yet.</summary>
    public IReadOnlyList<CallAct> Wait(CallState state) =>
    [
        .. SpokenActs.Of(prompts.OneMoment),
        new CallAct.Pause(BeforeComingBack),
        new CallAct.ComeBack(state with { Waits = state.Waits + 1 }),
    ];

    /// <summary>Some last words.</summary>
    public static IReadOnlyList<CallAct> End(string words) => [.. SpokenActs.Of(words), new CallAct.HangUp()];

    private CallAct.TakeKeys TakeKeys(List<CallAct> told, CallState next)
    {
        var how = next.Asks switch
        {
            CallAsks.Digits => SpokenActs.Of(prompts.LeaveDigits),
            CallAsks.Choice => SpokenActs.Of(prompts.Again).Concat(SpokenActs.Of(prompts.Back)),
            _ => menu.Say(),
        };
        return new CallAct.TakeKeys([.. told, new CallAct.Pause(TimeSpan.FromSeconds(1)), .. how], next.Asks != CallAsks.Digits, next);
    }

    private List<CallAct> Record(List<CallAct> told, CallState next) =>
        [.. told, .. SpokenActs.Of(prompts.LeaveRecording), new CallAct.Record(next)];

    private IEnumerable<CallAct> SayPart(ReplyPart part) => part switch
    {
        ReplyPart.Choices choices => SpokenActs.Of(choices.Prompt).Concat(choices.Items.Take(CallMenu.MostChoices)
            .SelectMany((choice, index) => menu.Press(choice.Label, $"{index + 1}"))),
        ReplyPart.Text or ReplyPart.Cards or ReplyPart.Call => SpokenActs.Of(part.ToPlainText()),
        _ => throw new InvalidOperationException($"Unknown reply part {part.GetType().Name}."),
    };

    private static IEnumerable<Choice> ChoicesOf(Reply reply) =>
        reply.Parts.OfType<ReplyPart.Choices>().LastOrDefault()?.Items.Take(CallMenu.MostChoices) ?? [];

    /// <summary>The one person of an answer who can be rung; of several, as hotlines are, the caller notes the numbers.</summary>
    private static ReplyPart.Call? PersonToRing(Reply reply) =>
        reply.Parts.OfType<ReplyPart.Call>().ToList() is [var only] && DialledNumber.Of(only.Number) is not null ? only : null;
}

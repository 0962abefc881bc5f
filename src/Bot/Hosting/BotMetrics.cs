using System.Diagnostics.Metrics;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Hosting;

/// <summary>The program's own counters, read at <c>/metrics</c>.</summary>
internal static class BotMetrics
{
    public const string MeterName = "ServiceBot.Bot";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> AcceptedMessages =
        Meter.CreateCounter<long>("servicebot.inbox.accepted", "{message}", "Messages stored, repeats apart.");

    private static readonly Counter<long> Turns =
        Meter.CreateCounter<long>("servicebot.turns", "{turn}", "Turns by intent and outcome.");

    private static readonly Histogram<double> TurnSeconds = Meter.CreateHistogram(
        "servicebot.turn.duration", "s", "From stored message to committed answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly Counter<long> PushedReplies =
        Meter.CreateCounter<long>("servicebot.outbox.tries", "{try}", "Tries to send by API, by how they ended.");

    private static readonly Counter<long> UncertainReplies =
        Meter.CreateCounter<long>("servicebot.outbox.uncertain", "{reply}", "Replies sent again without knowing whether the last try arrived.");

    public static void Accepted(string channel, bool repeated) =>
        AcceptedMessages.Add(1, new("channel", channel), new("repeated", repeated));

    public static void TurnDone(string channel, Intent? intent, bool understood, TimeSpan took)
    {
        Turns.Add(1, new("channel", channel), new("intent", intent?.ToLabel() ?? "none"), new("understood", understood));
        TurnSeconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("channel", channel));
    }

    public static void Pushed(string channel, OutboxState state) =>
        PushedReplies.Add(1, new("channel", channel), new("result", state.ToString()));

    public static void SentAgainUncertain(string channel) =>
        UncertainReplies.Add(1, new KeyValuePair<string, object?>("channel", channel));
}

namespace ServiceBot.Benchmarks.Turns;

/// <summary>A slice of the limit and the slice of the server that followed it.</summary>
internal sealed record Round(Slice Limit, Slice Bot)
{
    /// <summary>The server's rate as a share of the limit's.</summary>
    public double RateRatio => Bot.Rate / Limit.Rate;

    /// <summary>The limit's CPU per request as a share of the server's.</summary>
    public double CpuRatio => Limit.ServerMicroseconds / Bot.ServerMicroseconds;
}

/// <summary>Warms both servers up, then measures them in turn.</summary>
internal sealed class TurnRounds(LoadGenerator limit, LoadGenerator bot, TurnBatch requests)
{
    private const int Rounds = 7;

    // Enough for the runtime to compile the hot methods a second time, with what it saw in the first.
    private const int WarmUpTurns = 6000;

    private static readonly TimeSpan LimitSlice = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan BotSlice = TimeSpan.FromSeconds(3);

    /// <summary>The rounds.</summary>
    public async Task<IReadOnlyList<Round>> RunAsync(CancellationToken cancellationToken)
    {
        var warm = await bot.RunAsync(requests.Make(WarmUpTurns), again: false, TimeSpan.FromSeconds(20), cancellationToken);
        await limit.RunAsync(requests.Make(1000), again: true, LimitSlice, cancellationToken);
        var perSlice = (int)(warm.Rate * BotSlice.TotalSeconds * 2);
        var rounds = new List<Round>();
        for (var round = 0; round < Rounds; round++)
        {
            var batch = requests.Make(perSlice);
            GC.Collect();
            var limitSlice = await limit.RunAsync(batch, again: true, LimitSlice, cancellationToken);
            rounds.Add(new Round(limitSlice, await bot.RunAsync(batch, again: false, BotSlice, cancellationToken)));
        }

        return rounds;
    }
}

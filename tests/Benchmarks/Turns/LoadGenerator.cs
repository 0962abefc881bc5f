using System.Diagnostics;
using ServiceBot.Benchmarks.Setting;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>Sends to one server over a number of kept connections, each with one request under way.</summary>
internal sealed class LoadGenerator(int processId, AnswerCheck check, HttpConnection[] connections) : IDisposable
{
    /// <summary>Opens the connections.</summary>
    public static async Task<LoadGenerator> ConnectAsync(
        int port, int processId, AnswerCheck check, int count, CancellationToken cancellationToken)
    {
        var connections = new HttpConnection[count];
        for (var index = 0; index < count; index++)
        {
            connections[index] = new HttpConnection();
            await connections[index].ConnectAsync(port, cancellationToken);
        }

        return new LoadGenerator(processId, check, connections);
    }

    /// <summary>Sends for a while.</summary>
    /// <param name="requests">Taken in order.</param>
    /// <param name="again">True to begin again when they are used up; false to stop then.</param>
    /// <param name="lasting">How long.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Slice> RunAsync(
        TurnRequest[] requests, bool again, TimeSpan lasting, CancellationToken cancellationToken)
    {
        var work = new Work(requests, again, lasting);
        var cpu = new CpuReading(processId);
        var latencies = await Task.WhenAll(connections.Select(
            connection => Task.Run(() => SendAsync(connection, work, cancellationToken), cancellationToken)));
        await Task.WhenAll(connections.Select(connection => FinishAsync(connection, cancellationToken)));
        return new Slice([.. latencies.SelectMany(ticks => ticks)], work.Elapsed, cpu.SinceThen());
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(connections, connection => connection.Dispose());

    private async Task<List<long>> SendAsync(HttpConnection connection, Work work, CancellationToken cancellationToken)
    {
        var latencies = new List<long>(4096);
        while (work.TryNext(out var number, out var request))
        {
            var sent = Stopwatch.GetTimestamp();
            var answer = await connection.ExchangeAsync(request.Bytes, cancellationToken);
            latencies.Add(Stopwatch.GetTimestamp() - sent);
            check.Check(number, request, answer);
        }

        return latencies;
    }

    /// <summary>
    /// A server takes a connection's next request when it is through with the last one. ServiceBot notes after an answer
    /// that it went out: that belongs to the slice, and what is not noted would be sent again by the next server.
    /// </summary>
    private static async Task FinishAsync(HttpConnection connection, CancellationToken cancellationToken) =>
        await connection.ExchangeAsync("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray(), cancellationToken);

    /// <summary>Hands requests to the connections until they are used up or the time is over.</summary>
    private sealed class Work(TurnRequest[] requests, bool again, TimeSpan lasting)
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private long _taken = -1;

        public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

        public bool TryNext(out long number, out TurnRequest request)
        {
            number = Interlocked.Increment(ref _taken);
            request = requests[number % requests.Length];
            return (again || number < requests.Length) && Elapsed < lasting;
        }
    }
}

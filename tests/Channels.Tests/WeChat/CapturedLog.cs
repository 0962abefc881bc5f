using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>Everything that was logged, as text with its level.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    /// <summary>Waits for a line.</summary>
    public async Task UntilAsync(string line)
    {
        var seen = Awaited(line);
        if (!Lines.Contains(line))
        {
            await seen.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        Lines.Enqueue(line);
        Awaited(line).TrySetResult();
    }

    private TaskCompletionSource Awaited(string line) =>
        _awaited.GetOrAdd(line, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed class Logger(CapturedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add($"{logLevel}: {formatter(state, exception)}");
    }
}

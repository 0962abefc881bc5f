using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Conversations;

/// <summary>The watch of one process, whose seconds the test lets pass.</summary>
internal sealed class Watching : IDisposable
{
    private readonly Engine _engine;
    private DateTimeOffset _looked;

    public Watching(Engine engine)
    {
        _engine = engine;
        _looked = engine.Time.GetUtcNow();
        Service = new ConversationWatch(Bells, engine.Readers, engine.Time, NullLogger<ConversationWatch>.Instance);
    }

    public ConversationBells Bells { get; } = new();

    public ConversationWatch Service { get; }

    /// <summary>Lets a second pass and looks.</summary>
    public async Task TickAsync()
    {
        _engine.Time.Advance(ConversationWatch.Every);
        _looked = await Service.TryLookAsync(_looked, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Service.Dispose();
}

/// <summary>Counts the rings of one conversation.</summary>
internal sealed class Ringing : IDisposable
{
    private readonly IDisposable _listener;
    private int _count;

    public Ringing(ConversationBells bells, ConversationKey conversation) =>
        _listener = bells.Listen(conversation, () => Interlocked.Increment(ref _count));

    public int Count => Volatile.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}

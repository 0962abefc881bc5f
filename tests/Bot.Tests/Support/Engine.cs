using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Support;

/// <summary>The stores of one process, on SQLite or PostgreSQL. Two engines on one database are two processes.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;

    private Engine(StorageOptions storage, FakeTimeProvider time, TemporaryFolder? folder)
    {
        Storage = storage;
        Time = time;
        _folder = folder;
        Database = new BotDatabase(Options.Create(storage));
        Writer = new GroupCommit(Database, Microsoft.Extensions.Logging.Abstractions.NullLogger<GroupCommit>.Instance);
        Readers = new ReadSessions(Database);
        Inbox = new InboxStore(Writer, Readers, Database, time);
        Outbox = new OutboxStore(Writer, Readers, Database, time);
        Turns = new TurnStore(Writer, Database, time);
        Conversations = new ConversationStore(Writer, Readers, time);
    }

    public StorageOptions Storage { get; }

    public FakeTimeProvider Time { get; }

    public BotDatabase Database { get; }

    public GroupCommit Writer { get; }

    public ReadSessions Readers { get; }

    public InboxStore Inbox { get; }

    public OutboxStore Outbox { get; }

    public TurnStore Turns { get; }

    public ConversationStore Conversations { get; }

    public static async Task<Engine> OnSqliteAsync()
    {
        var folder = new TemporaryFolder();
        return await StartAsync(new StorageOptions { DataDirectory = folder.Path }, folder);
    }

    public static async Task<Engine> OnPostgresAsync(PostgresServer server)
    {
        var database = new DatabaseOptions { Provider = "postgresql", ConnectionString = await server.CreateDatabaseAsync() };
        return await StartAsync(new StorageOptions { Database = database }, null);
    }

    /// <summary>Another process on the same database, with the same clock.</summary>
    public Engine Beside() => new(Storage, Time, null);

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Readers.DisposeAsync();
        await Database.DisposeAsync();
        _folder?.Dispose();
    }

    private static async Task<Engine> StartAsync(StorageOptions storage, TemporaryFolder? folder)
    {
        var engine = new Engine(storage, new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero)), folder);
        await engine.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return engine;
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Store;

public abstract class MigrationTests(Backend backend) : StoreSuite(backend)
{
    [Fact]
    public async Task Model_hasNoChangeWithoutAMigration()
    {
        var node = await StartNodeAsync();
        await using var store = await node.Get<TradeStore>().OpenAsync(Stop);

        Assert.False(store.Database.HasPendingModelChanges());
        Assert.Empty(await store.Database.GetPendingMigrationsAsync(Stop));
        Assert.NotEmpty(await store.Database.GetAppliedMigrationsAsync(Stop));
    }

    [Fact]
    public async Task Nodes_thatStartAtTheSameTime_allFindTheDatabaseReady()
    {
        var settings = await Backend.SettingsAsync();

        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => KnowledgeNode.StartAsync(settings), Stop)));

        foreach (var node in nodes)
        {
            Assert.Empty(await node.Knowledge.ProductsAsync(Stop));
            await node.DisposeAsync();
        }
    }
}

/// <inheritdoc/>
public sealed class MigrationsOnSqlite() : MigrationTests(new SqliteBackend())
{
    [Fact]
    public async Task MigrationThatWasKilled_doesNotBlockTheNextStart()
    {
        await using (var connection = new SqliteConnection($"Data Source={Backend.Folder.File(TradeDatabase.FileName)}"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync(Stop);
        }

        var next = await StartNodeAsync();

        Assert.Empty(await next.Knowledge.ProductsAsync(Stop));
    }
}

/// <inheritdoc/>
public sealed class MigrationsOnPostgres(PostgresServer postgres, RedisServer redis)
    : MigrationTests(new PostgresBackend(postgres, redis));

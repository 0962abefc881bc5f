using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Tests.Support;

namespace ServiceBot.Bot.Tests.Store;

/// <summary>A turn's cost must not grow with what its conversation, or the whole county, has behind it.</summary>
public sealed class SqlitePlanTests
{
    [Theory]
    [InlineData(TurnStore.Unsent)]
    [InlineData(TurnStore.Release)]
    [InlineData(TurnStore.DropUnasked)]
    public async Task Statement_of_a_turn_looks_at_the_conversations_open_replies_only(string statement)
    {
        await using var engine = await Engine.OnSqliteAsync();
        await using var connection = await engine.Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in new[] { "key", "pending", "waiting", "now", "givenUp", "barred" })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 0);
            command.Parameters.Add(parameter);
        }

        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);

        Assert.True(await plan.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("USING INDEX IX_outbox_open (conversation=?)", plan.GetString(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_of_a_retailer_is_read_by_its_index()
    {
        await using var engine = await Engine.OnSqliteAsync();
        var plan = await engine.Readers.ReadAsync(
            sql => sql.QueryAsync(
                $"EXPLAIN QUERY PLAN {RetailerThread.Newest}", row => row.GetString(3), TestContext.Current.CancellationToken,
                ("thread", "330106100123/mark"), ("at", long.MaxValue), ("conversation", ""), ("number", 0), ("most", 10)),
            TestContext.Current.CancellationToken);

        Assert.Contains(plan, step => step.Contains("IX_events_thread_at (thread=? AND at<?)", StringComparison.Ordinal));
    }
}

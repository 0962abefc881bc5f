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
    public async Task Statement_of_a_turn_looks_at_the_conversations_open_replies_only(string statement)
    {
        var plan = await PlanAsync(statement, "key", "pending", "waiting", "now");

        Assert.Contains("USING INDEX IX_outbox_open (conversation=?)", plan[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_on_looks_at_what_is_unread_only()
    {
        var plan = await PlanAsync(ConversationHistory.Entries, "key", "after", "thread", "most");

        var reads = plan.Where(step => step.StartsWith("SEARCH", StringComparison.Ordinal) || step.StartsWith("SCAN", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(reads);
        Assert.All(reads, step => Assert.Contains("(conversation=? AND number>?", step, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retailers_thread_is_found_by_its_index()
    {
        var plan = await PlanAsync(RetailerThread.Newest, "thread", "before", "most");

        var reads = plan.Where(step => step.Contains("events", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, reads.Count);
        Assert.All(reads, step => Assert.Contains("USING INDEX IX_events_thread_at (thread=? AND at", step, StringComparison.Ordinal));
    }

    private static async Task<List<string>> PlanAsync(string statement, params string[] names)
    {
        await using var engine = await Engine.OnSqliteAsync();
        await using var connection = await engine.Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 0);
            command.Parameters.Add(parameter);
        }

        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await plan.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(plan.GetString(3));
        }

        return steps;
    }
}

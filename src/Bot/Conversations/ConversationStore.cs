using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>Conversations outside a turn: beginning one for a known retailer, and removing one.</summary>
internal sealed class ConversationStore(GroupCommit writer, ReadSessions readers, TimeProvider time)
{
    private const string FindVersion = "SELECT version FROM conversations WHERE key = @key";

    private const string Find = "SELECT state FROM conversations WHERE key = @key";

    private const string Insert = """
        INSERT INTO conversations (key, version, state, license, contact_kind, contact_at, pushed_since, updated_at)
        VALUES (@key, @version, @state, @license, 0, 0, 0, @now) ON CONFLICT (key) DO NOTHING
        """;

    private const string Advance = """
        UPDATE conversations SET version = @version, state = @state, license = @license, updated_at = @now
        WHERE key = @key AND version = @version - 1
        """;

    private const string AddEvent =
        "INSERT INTO events (conversation, number, at, body, thread) VALUES (@key, @number, @now, @body, @thread)";

    private static readonly string[] Remove =
    [
        Attachments.RemoveOfConversation,
        "DELETE FROM events WHERE conversation = @key",
        "DELETE FROM outbox WHERE conversation = @key",
        "DELETE FROM inbox WHERE conversation = @key",
        "DELETE FROM conversations WHERE key = @key",
    ];

    /// <summary>
    /// Begins a conversation that is already bound, or binds one that is there; <paramref name="holder"/> as in
    /// <see cref="Binding.Holder"/>. Nothing happens to one that is bound so already, nor when a turn is faster.
    /// </summary>
    public Task BeginBoundAsync(
        ConversationKey key, LicenseNumber license, string holder, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (sql, token) =>
            {
                var state = await sql.ScalarAsync(Find, token, ("key", key.ToString()));
                var before = state is string json ? BotJson.ReadConversation(json) : Conversation.Start(key);
                return (before.Retailer == license && before.Holder == holder)
                    || await AppendAsync(sql, before, new ConversationEvent.RetailerBound(license, holder), time.GetUtcNow(), token);
            },
            cancellationToken);

    /// <summary>
    /// Undoes the binding of a conversation, within a commit: whoever still holds a way into it is a stranger there. Nothing
    /// happens to one that is not bound.
    /// </summary>
    internal static async Task UnbindAsync(
        SqlSession sql, ConversationKey key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await sql.ScalarAsync(Find, cancellationToken, ("key", key.ToString())) is string json
            && BotJson.ReadConversation(json) is { Retailer: not null } bound)
        {
            await AppendAsync(sql, bound, new ConversationEvent.RetailerUnbound(), at, cancellationToken);
        }
    }

    /// <summary>The number of the conversation's last event; 0 when there is no such conversation.</summary>
    public async Task<long> VersionAsync(ConversationKey key, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            sql => sql.ScalarAsync(FindVersion, cancellationToken, ("key", key.ToString())), cancellationToken) is long version
            ? version
            : 0;

    /// <summary>Removes a conversation with its messages and files. Tickets stay, with the files that belong to them.</summary>
    public Task RemoveAsync(ConversationKey key, CancellationToken cancellationToken) => writer.WriteAsync(
        async (sql, token) =>
        {
            foreach (var statement in Remove)
            {
                await sql.ExecuteAsync(statement, token, ("key", key.ToString()));
            }

            return true;
        },
        cancellationToken);

    private static async Task<bool> AppendAsync(
        SqlSession sql, Conversation before, ConversationEvent next, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var after = before.Apply(next);
        var (key, now) = (after.Key.ToString(), at.ToUnixTimeMilliseconds());
        var touched = await sql.ExecuteAsync(
            before.Version == 0 ? Insert : Advance, cancellationToken,
            ("key", key), ("version", after.Version), ("state", BotJson.Write(after)), ("license", after.Retailer?.Value), ("now", now));
        if (touched == 0)
        {
            return false;
        }

        await sql.ExecuteAsync(
            AddEvent, cancellationToken,
            ("key", key), ("number", after.Version), ("now", now), ("body", BotJson.Write(next)), ("thread", after.Thread));
        return true;
    }
}

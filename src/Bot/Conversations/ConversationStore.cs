using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>Conversations outside a turn: beginning one for a known retailer, and removing one.</summary>
internal sealed class ConversationStore(GroupCommit writer, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO conversations (key, version, state, license, contact_kind, contact_at, pushed_since, updated_at)
        VALUES (@key, 1, @state, @license, 0, 0, 0, @now)
        """;

    private const string AddEvent =
        "INSERT INTO events (conversation, number, at, body, thread) VALUES (@key, 1, @now, @body, @thread)";

    private static readonly string[] Remove =
    [
        "DELETE FROM events WHERE conversation = @key",
        "DELETE FROM outbox WHERE conversation = @key",
        "DELETE FROM attachments WHERE conversation = @key",
        "DELETE FROM inbox WHERE conversation = @key",
        "DELETE FROM conversations WHERE key = @key",
    ];

    /// <summary>Begins a new conversation that is already bound; <paramref name="holder"/> as in <see cref="Binding.Holder"/>.</summary>
    public Task BeginBoundAsync(
        ConversationKey key, LicenseNumber license, string holder, CancellationToken cancellationToken)
    {
        var bound = new ConversationEvent.RetailerBound(license, holder);
        var conversation = Conversation.Start(key).Apply(bound);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync(
            async (sql, token) =>
            {
                await sql.ExecuteAsync(
                    Insert, token,
                    ("key", key.ToString()), ("state", BotJson.Write(conversation)), ("license", license.Value), ("now", now));
                return await sql.ExecuteAsync(
                    AddEvent, token,
                    ("key", key.ToString()), ("now", now), ("body", BotJson.Write(bound)), ("thread", conversation.Thread));
            },
            cancellationToken);
    }

    /// <summary>Removes a conversation with its messages. Tickets stay.</summary>
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
}

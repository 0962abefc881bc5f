using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.SelfService.Chat;
using ServiceBot.Bot.Store;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>A signed-in browser.</summary>
/// <param name="Visitor">Who is signed in.</param>
/// <param name="CreatedAt">When it signed in.</param>
/// <param name="SeenAt">When it was last seen, to <see cref="WebSessions.SeenEvery"/>.</param>
internal sealed record WebSession(Visitor Visitor, DateTimeOffset CreatedAt, DateTimeOffset SeenAt);

/// <summary>Signed-in browsers, by the secret that each holds.</summary>
internal sealed class WebSessions(GroupCommit writer, ReadSessions readers, ChatKeys chats, TimeProvider time)
{
    /// <summary>Longest a browser stays signed in.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Longest without a visit.</summary>
    public static readonly TimeSpan IdleLifetime = TimeSpan.FromDays(7);

    /// <summary>How often a visit is written down: not each page is worth a write.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    private const string Insert = """
        INSERT INTO web_sessions (id_hash, license, holder, chat_id, created_at, seen_at, expires_at)
        VALUES (@id, @license, @holder, @chat, @now, @now, @expires)
        """;

    private const string Select =
        "SELECT license, holder, chat_id, created_at, seen_at FROM web_sessions WHERE id_hash = @id AND expires_at > @now";

    private const string Touch = "UPDATE web_sessions SET seen_at = @now, expires_at = @expires WHERE id_hash = @id";
    private const string Delete = "DELETE FROM web_sessions WHERE id_hash = @id RETURNING chat_id";
    private const string DeleteAll = "DELETE FROM web_sessions WHERE license = @license RETURNING chat_id";
    private const string Count = "SELECT COUNT(*) FROM web_sessions WHERE license = @license AND expires_at > @now";

    /// <summary>Signs a browser in and returns its new secret.</summary>
    public Task<string> BeginAsync(LicenseNumber license, string holder, CancellationToken cancellationToken) =>
        writer.WriteAsync((sql, token) => BeginAsync(sql, license, holder, time.GetUtcNow(), token), cancellationToken);

    /// <summary>The session of a secret; null when there is none or it is over.</summary>
    public async Task<WebSession?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var found = await readers.ReadAsync(
            sql => sql.QueryAsync(
                Select,
                row => new WebSession(
                    new Visitor(LicenseNumber.Parse(row.GetString(0)), row.GetString(1), row.GetString(2)),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
                cancellationToken,
                ("id", BrowserSecret.HashOf(secret)), ("now", Now())),
            cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>Writes a visit down when the last one is long enough ago.</summary>
    public async Task SeeAsync(string secret, WebSession session, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - session.SeenAt >= SeenEvery)
        {
            await WriteAsync(
                Touch, cancellationToken, ("now", Now()), ("expires", ExpiryOf(session.CreatedAt, time.GetUtcNow())),
                ("id", BrowserSecret.HashOf(secret)));
        }
    }

    /// <summary>Signs one browser out.</summary>
    public Task EndAsync(string secret, CancellationToken cancellationToken) =>
        EndAsync(Delete, cancellationToken, ("id", BrowserSecret.HashOf(secret)));

    /// <summary>Signs every browser of a licence out.</summary>
    public Task EndAllAsync(LicenseNumber license, CancellationToken cancellationToken) =>
        EndAsync(DeleteAll, cancellationToken, ("license", license.Value));

    /// <summary>How many browsers are signed in for a licence.</summary>
    public async Task<int> CountAsync(LicenseNumber license, CancellationToken cancellationToken) =>
        (int)(long)(await readers.ReadAsync(
            sql => sql.ScalarAsync(Count, cancellationToken, ("license", license.Value), ("now", Now())), cancellationToken))!;

    /// <summary>As <see cref="BeginAsync(LicenseNumber, string, CancellationToken)"/>, within a commit.</summary>
    internal static async Task<string> BeginAsync(
        SqlSession sql, LicenseNumber license, string holder, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var secret = BrowserSecret.Create();
        await sql.ExecuteAsync(
            Insert, cancellationToken,
            ("id", BrowserSecret.HashOf(secret)), ("license", license.Value), ("holder", holder),
            ("chat", BrowserSecret.Create()), ("now", at.ToUnixTimeMilliseconds()), ("expires", ExpiryOf(at, at)));
        return secret;
    }

    /// <summary>A session ends with its chat: a chat token that somebody kept opens it still, but to a stranger.</summary>
    private Task<int> EndAsync(string statement, CancellationToken cancellationToken, params (string, object?)[] values) =>
        writer.WriteAsync(
            async (sql, token) =>
            {
                var ended = await sql.QueryAsync(statement, row => row.GetString(0), token, values);
                foreach (var chat in ended)
                {
                    await ConversationStore.UnbindAsync(sql, chats.Of(chat), time.GetUtcNow(), token);
                }

                return ended.Count;
            },
            cancellationToken);

    private Task<int> WriteAsync(string statement, CancellationToken cancellationToken, params (string, object?)[] values) =>
        writer.WriteAsync((sql, token) => sql.ExecuteAsync(statement, token, values), cancellationToken);

    private static long ExpiryOf(DateTimeOffset createdAt, DateTimeOffset seenAt) => Math.Min(
        (createdAt + Lifetime).ToUnixTimeMilliseconds(), (seenAt + IdleLifetime).ToUnixTimeMilliseconds());

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}

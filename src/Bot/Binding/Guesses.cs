using Npgsql;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Binding;

/// <summary>
/// Counts failed tries to prove who one is, by what was guessed at or from where, so that nobody can guess without end,
/// whatever the channel. Turns write theirs with their own commit (<see cref="Dialog.Decision.Guess"/>).
/// </summary>
internal sealed class Guesses(GroupCommit writer, ReadSessions readers, TimeProvider time)
{
    /// <summary>Most failed tries of one subject in <see cref="CountedOver"/>.</summary>
    public const int MostPerDay = 10;

    /// <summary>The time over which failed tries are counted.</summary>
    public static readonly TimeSpan CountedOver = TimeSpan.FromDays(1);

    private const string Insert = "INSERT INTO guesses (subject, at) VALUES (@subject, @at)";
    private const string LockSubject = "SELECT pg_advisory_xact_lock(hashtext(@subject))";
    private const string Count = "SELECT COUNT(*) FROM guesses WHERE subject = @subject AND at > @since";

    /// <summary>The subject of codes guessed for a licence, from wherever.</summary>
    public static string At(LicenseNumber license) => $"license:{license.Value}";

    /// <summary>The subject of licence numbers guessed from one conversation.</summary>
    public static string From(ConversationKey conversation) => $"from:{conversation}";

    /// <summary>Counts one failed try.</summary>
    public Task AddAsync(string subject, CancellationToken cancellationToken) => writer.WriteAsync(
        (sql, token) => AddAsync(sql, subject, time.GetUtcNow(), token), cancellationToken);

    /// <summary>Failed tries of the subject after an instant.</summary>
    public Task<int> CountAsync(string subject, DateTimeOffset since, CancellationToken cancellationToken) =>
        readers.ReadAsync(sql => CountAsync(sql, subject, since, cancellationToken), cancellationToken);

    /// <summary>True when the subject's tries of the last day are used up: nothing more is taken, right or wrong.</summary>
    public async Task<bool> AreUsedUpAsync(string subject, CancellationToken cancellationToken) =>
        await CountAsync(subject, time.GetUtcNow() - CountedOver, cancellationToken) >= MostPerDay;

    /// <summary>Counts one failed try within a commit.</summary>
    internal static Task<int> AddAsync(
        SqlSession sql, string subject, DateTimeOffset at, CancellationToken cancellationToken) =>
        sql.ExecuteAsync(Insert, cancellationToken, ("subject", subject), ("at", at.ToUnixTimeMilliseconds()));

    /// <summary>As <see cref="AreUsedUpAsync(string, CancellationToken)"/>, within a commit, where tries come one by one.</summary>
    internal static async Task<bool> AreUsedUpAsync(
        SqlSession sql, string subject, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // SQLite has one writer over all processes; on PostgreSQL another process may be counting the same tries.
        if (sql.Connection is NpgsqlConnection)
        {
            await sql.ExecuteAsync(LockSubject, cancellationToken, ("subject", subject));
        }

        return await CountAsync(sql, subject, at - CountedOver, cancellationToken) >= MostPerDay;
    }

    /// <summary>As <see cref="CountAsync(string, DateTimeOffset, CancellationToken)"/>, within a commit.</summary>
    internal static async Task<int> CountAsync(
        SqlSession sql, string subject, DateTimeOffset since, CancellationToken cancellationToken) =>
        (int)(long)(await sql.ScalarAsync(
            Count, cancellationToken, ("subject", subject), ("since", since.ToUnixTimeMilliseconds())))!;
}

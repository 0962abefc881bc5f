using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>A sign-in to write down.</summary>
/// <param name="License">The licence that was typed, whether or not there is such a one.</param>
/// <param name="From">Where from (<see cref="ClientAddress.KeyOf"/>).</param>
/// <param name="Former">The secret of the sign-in that this browser gives up; null for none.</param>
/// <param name="Code">What to send; null when the code goes nowhere.</param>
internal sealed record NewSignIn(LicenseNumber License, ConversationKey From, string? Former, CodeMessage? Code);

/// <summary>A code on its way.</summary>
/// <param name="To">The phone's thread.</param>
/// <param name="Message">The message.</param>
/// <param name="Hash">What a right answer is compared with.</param>
internal sealed record CodeMessage(ConversationKey To, Reply Message, string Hash);

/// <summary>A sign-in that waits for its code.</summary>
/// <param name="License">The licence that was typed.</param>
/// <param name="CodeHash">What a right answer is compared with.</param>
internal sealed record WaitingSignIn(LicenseNumber License, string CodeHash);

/// <summary>A code that was typed.</summary>
/// <param name="Secret">The browser's.</param>
/// <param name="From">Where from.</param>
/// <param name="License">The sign-in's licence.</param>
/// <param name="Holder">The mark of who holds the licence now, when the code is right; null when it is wrong.</param>
internal sealed record CodeTry(string Secret, ConversationKey From, LicenseNumber License, string? Holder);

/// <summary>Sign-ins that wait for their code. Every step is one commit, with what it counts.</summary>
internal sealed class SignInStore(GroupCommit writer, ReadSessions readers, TimeProvider time)
{
    private const string CountFrom = "SELECT COUNT(*) FROM code_requests WHERE conversation = @from AND at > @since";
    private const string CountOf = "SELECT COUNT(*) FROM code_requests WHERE license = @license AND at > @since";
    private const string CountOfFrom =
        "SELECT COUNT(*) FROM code_requests WHERE license = @license AND conversation = @from AND at > @since";

    private const string AddRequest = "INSERT INTO code_requests (license, conversation, at) VALUES (@license, @from, @now)";
    private const string Delete = "DELETE FROM sign_ins WHERE id_hash = @id";
    private const string Insert = """
        INSERT INTO sign_ins (id_hash, license, code_hash, wrong_tries, expires_at)
        VALUES (@id, @license, @hash, 0, @expires)
        """;

    private const string AddMessage = """
        INSERT INTO outbox (conversation, body, state, messages_sent, attempts, due_at, created_at)
        VALUES (@to, @body, @state, 0, 0, @now, @now)
        """;

    private const string Select = """
        SELECT license, code_hash FROM sign_ins
        WHERE id_hash = @id AND expires_at > @now AND wrong_tries < @most
        """;

    // Taken before it is known whether the code is right: however many come at once, no more than five are looked at.
    private const string TakeTry = """
        UPDATE sign_ins SET wrong_tries = wrong_tries + 1
        WHERE id_hash = @id AND expires_at > @now AND wrong_tries < @most RETURNING wrong_tries
        """;

    private static readonly ConversationKey Nowhere = BindingCodes.AddressOf("nobody");

    /// <summary>Counts the request, keeps the sign-in and sends the code.</summary>
    public Task<SignInBegun> AddAsync(NewSignIn signIn, CancellationToken cancellationToken) => writer.WriteAsync(
        async (sql, token) => await RefusalAsync(sql, signIn, token) ?? await AddAsync(sql, signIn, token), cancellationToken);

    /// <summary>The sign-in of a secret; null when there is none, it is over, or its code is spent.</summary>
    public async Task<WaitingSignIn?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var found = await readers.ReadAsync(
            sql => sql.QueryAsync(
                Select,
                row => new WaitingSignIn(LicenseNumber.Parse(row.GetString(0)), row.GetString(1)),
                cancellationToken,
                ("id", BrowserSecret.HashOf(secret)), ("now", Milliseconds(time.GetUtcNow())),
                ("most", BindingCodes.MostWrongTries)),
            cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>Takes one try; a right one ends the sign-in and begins a session.</summary>
    public Task<CodeOutcome> TryAsync(CodeTry attempt, CancellationToken cancellationToken) =>
        writer.WriteAsync((sql, token) => TryAsync(sql, attempt, token), cancellationToken);

    private async Task<SignInBegun?> RefusalAsync(SqlSession sql, NewSignIn signIn, CancellationToken cancellationToken)
    {
        if (await IsLockedAsync(sql, signIn.License, signIn.From, cancellationToken))
        {
            return new SignInBegun.Locked();
        }

        // Only what this address itself has asked for: what others did for a licence would tell that it exists.
        return await CountAsync(sql, CountFrom, signIn, cancellationToken) >= SignIns.MostCodesFromAddress
            || await CountAsync(sql, CountOfFrom, signIn, cancellationToken) >= BindingCodes.MostPerDay
                ? new SignInBegun.TooOften()
                : null;
    }

    private async Task<SignInBegun> AddAsync(SqlSession sql, NewSignIn signIn, CancellationToken cancellationToken)
    {
        var isUsedUp = await CountAsync(sql, CountOf, signIn, cancellationToken) >= BindingCodes.MostPerDay;
        var code = isUsedUp ? null : signIn.Code;
        var (secret, now) = (BrowserSecret.Create(), time.GetUtcNow());
        await sql.ExecuteAsync(
            AddRequest, cancellationToken,
            ("license", signIn.License.Value), ("from", signIn.From.ToString()), ("now", Milliseconds(now)));
        await sql.ExecuteAsync(Delete, cancellationToken, ("id", BrowserSecret.HashOf(signIn.Former ?? "")));
        await sql.ExecuteAsync(
            Insert, cancellationToken,
            ("id", BrowserSecret.HashOf(secret)), ("license", signIn.License.Value),
            ("hash", code?.Hash ?? SignIns.Unanswerable()), ("expires", Milliseconds(now + BindingCodes.Lifetime)));

        // A code that goes nowhere leaves a row too, already ended: the time that the page takes must not tell the two apart.
        await sql.ExecuteAsync(
            AddMessage, cancellationToken,
            ("to", (code?.To ?? Nowhere).ToString()), ("body", code is null ? "" : BotJson.Write(code.Message)),
            ("state", (short)(code is null ? OutboxState.GivenUp : OutboxState.Pending)), ("now", Milliseconds(now)));
        return new SignInBegun.Waiting(secret);
    }

    private async Task<CodeOutcome> TryAsync(SqlSession sql, CodeTry attempt, CancellationToken cancellationToken)
    {
        if (await IsLockedAsync(sql, attempt.License, attempt.From, cancellationToken))
        {
            return new CodeOutcome.Locked();
        }

        var (id, now) = (BrowserSecret.HashOf(attempt.Secret), time.GetUtcNow());
        var tries = await sql.ScalarAsync(
            TakeTry, cancellationToken, ("id", id), ("now", Milliseconds(now)), ("most", BindingCodes.MostWrongTries));
        if (tries is null)
        {
            return new CodeOutcome.Expired();
        }

        if (attempt.Holder is { } holder)
        {
            await sql.ExecuteAsync(Delete, cancellationToken, ("id", id));
            return new CodeOutcome.Right(await WebSessions.BeginAsync(sql, attempt.License, holder, now, cancellationToken));
        }

        await Guesses.AddAsync(sql, Guesses.At(attempt.License), now, cancellationToken);
        await Guesses.AddAsync(sql, Guesses.From(attempt.From), now, cancellationToken);
        return new CodeOutcome.Wrong(BindingCodes.MostWrongTries - Convert.ToInt32(tries, System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<bool> IsLockedAsync(
        SqlSession sql, LicenseNumber license, ConversationKey from, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await Guesses.AreUsedUpAsync(sql, Guesses.At(license), now, cancellationToken)
            || await Guesses.CountAsync(sql, Guesses.From(from), now - Guesses.CountedOver, cancellationToken)
                >= SignIns.MostGuessesFromAddress;
    }

    private async Task<long> CountAsync(SqlSession sql, string statement, NewSignIn signIn, CancellationToken cancellationToken)
    {
        var since = Milliseconds(time.GetUtcNow() - BindingCodes.CountedOver);
        var (license, from) = (signIn.License.Value, signIn.From.ToString());
        (string, object?)[] values = statement switch
        {
            CountFrom => [("from", from), ("since", since)],
            CountOf => [("license", license), ("since", since)],
            _ => [("license", license), ("from", from), ("since", since)],
        };
        return (long)(await sql.ScalarAsync(statement, cancellationToken, values))!;
    }

    private static long Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}

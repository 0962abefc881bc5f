using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>Whom a channel's sender is bound to.</summary>
/// <param name="License">The licence.</param>
/// <param name="Holder">The mark of who holds it.</param>
internal sealed record BoundSender(LicenseNumber License, string Holder);

/// <summary>
/// Finds whom a channel's sender is bound to by the sender's name alone: a web sign-in does not say which of the channel's
/// accounts they write to, so the key is looked up for each.
/// </summary>
internal sealed class BoundConversations(
    ReadSessions readers, BotDatabase database, KnowledgeBase knowledge, TimeProvider time)
{
    /// <summary>How long the list of accounts is good. There are one or two, and another once in years.</summary>
    public static readonly TimeSpan AccountsKept = TimeSpan.FromMinutes(1);

    private const string StateOf = "SELECT state FROM conversations WHERE key = @key";

    // PostgreSQL orders text as the database was set up to, so its keys cannot be skipped through from account to account.
    private readonly string _accountsOf = database.IsPostgres
        ? "SELECT DISTINCT split_part(key, '/', 2) FROM conversations WHERE key LIKE @from || '%'"
        : """
          SELECT DISTINCT substr(key, length(@from) + 1, instr(substr(key, length(@from) + 1), '/') - 1)
          FROM conversations WHERE key >= @from AND key < @from || char(0x10ffff)
          """;

    private volatile KeptAccounts? _kept;

    /// <summary>The binding, when whoever made it still holds the licence; else null.</summary>
    public async Task<BoundSender?> FindAsync(string channel, string sender, CancellationToken cancellationToken)
    {
        foreach (var account in await AccountsAsync(channel, cancellationToken))
        {
            var key = ConversationKey.Create(channel, account, sender).ToString();
            var states = await readers.ReadAsync(
                sql => sql.QueryAsync(StateOf, row => row.GetString(0), cancellationToken, ("key", key)), cancellationToken);
            if (states.Count == 1 && await BindingOfAsync(states[0], cancellationToken) is { } binding)
            {
                return binding;
            }
        }

        return null;
    }

    private async Task<BoundSender?> BindingOfAsync(string state, CancellationToken cancellationToken) =>
        BotJson.ReadConversation(state) is { Retailer: { } license, Holder: { } holder }
        && await knowledge.RetailerAsync(license, cancellationToken) is { } retailer
        && Holder.Of(retailer) == holder
            ? new BoundSender(license, holder)
            : null;

    private async Task<IReadOnlyList<string>> AccountsAsync(string channel, CancellationToken cancellationToken)
    {
        if (_kept is { } kept && kept.Channel == channel && time.GetUtcNow() - kept.At < AccountsKept)
        {
            return kept.Accounts;
        }

        var accounts = await readers.ReadAsync(
            sql => sql.QueryAsync(_accountsOf, row => row.GetString(0), cancellationToken, ("from", $"{channel}/")),
            cancellationToken);
        _kept = new KeptAccounts(channel, accounts, time.GetUtcNow());
        return accounts;
    }

    private sealed record KeptAccounts(string Channel, IReadOnlyList<string> Accounts, DateTimeOffset At);
}

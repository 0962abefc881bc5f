using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// What lets a socket in: browsers send no header with it, so it stands in the address, where logs and histories may keep it.
/// Hence it is good once, for a minute.
/// </summary>
internal sealed class DirectLineTickets(
    DirectLineSeal seal, ISharedTokens shared, TimeProvider time, ILogger<DirectLineTickets> logger)
{
    /// <summary>From the answer that holds it to the socket's request.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private const string Purpose = "stream";

    // Longest that a shared place which hangs may hold up a client.
    private static readonly TimeSpan SharedWithin = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);
    private DateTimeOffset _forgetsAt;

    /// <summary>A ticket for what the token lets its bearer do.</summary>
    public string Issue(DirectLinePass pass) => seal.Close(Purpose, JsonSerializer.SerializeToUtf8Bytes(
        pass with { Until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds(), Nonce = DirectLineIds.New() },
        DirectLineJson.Wire.DirectLinePass));

    /// <summary>What a ticket says. It is not used up yet.</summary>
    /// <exception cref="DirectLineRefusedException">It is not ours, or its minute is over.</exception>
    public DirectLinePass Read(string ticket)
    {
        var content = seal.Open(Purpose, ticket) ?? throw DirectLineRefusedException.Unknown();
        var pass = JsonSerializer.Deserialize(content, DirectLineJson.Wire.DirectLinePass)!;
        return time.GetUtcNow().ToUnixTimeSeconds() < pass.Until ? pass : throw DirectLineRefusedException.Expired();
    }

    /// <summary>Uses the ticket up, for all processes.</summary>
    /// <exception cref="DirectLineRefusedException">It was used before.</exception>
    public async Task UseAsync(DirectLinePass pass, CancellationToken cancellationToken)
    {
        Forget();
        if (!_used.TryAdd(pass.Nonce!, time.GetUtcNow() + Lifetime) || !await UseSharedAsync(pass.Nonce!, cancellationToken))
        {
            throw DirectLineRefusedException.UsedLink();
        }
    }

    private async Task<bool> UseSharedAsync(string nonce, CancellationToken cancellationToken)
    {
        try
        {
            // Never given back: it lapses when the ticket does.
            return await shared.TryLockAsync($"directline:{nonce}", Lifetime, cancellationToken)
                .WaitAsync(SharedWithin, time, cancellationToken) is not null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.SharedTicketsDown(exception);
            return true;
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        if (now < _forgetsAt)
        {
            return;
        }

        _forgetsAt = now + Lifetime;
        foreach (var (nonce, _) in _used.Where(used => used.Value < now))
        {
            _used.TryRemove(nonce, out _);
        }
    }
}

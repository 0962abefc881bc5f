using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>A token and until when it is used, which is before WeChat lets it lapse.</summary>
internal sealed record KeptToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>The token in the shared place. When that place is down, every process is on its own.</summary>
internal sealed class WeChatSharedToken(
    ISharedTokens tokens, IOptions<WeChatOptions> options, TimeProvider time, ILogger<WeChatSharedToken> logger)
{
    private static readonly TimeSpan LockLifetime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(200);
    private const int MostPolls = 15;

    private string Name => $"wechat:{options.Value.AppId}:access_token";

    /// <summary>
    /// Finds a usable token, or takes the turn to fetch one: alone while the shared place works, and without waiting
    /// longer than a fetch may take.
    /// </summary>
    public async Task<Turn> EnterAsync(Predicate<KeptToken> usable, CancellationToken cancellationToken)
    {
        try
        {
            for (var poll = 0; poll < MostPolls; poll++)
            {
                var turn = await TryEnterAsync(usable, cancellationToken);
                if (turn is not null)
                {
                    return turn;
                }

                await Task.Delay(PollEvery, time, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.SharedTokensDown(exception);
        }

        return new Turn(null, null);
    }

    /// <summary>Keeps a fetched token for the others.</summary>
    public async Task KeepAsync(KeptToken token, CancellationToken cancellationToken)
    {
        var lifetime = token.ExpiresAt - time.GetUtcNow();
        var text = string.Create(CultureInfo.InvariantCulture, $"{token.ExpiresAt.ToUnixTimeSeconds()} {token.Value}");
        try
        {
            await tokens.SetAsync(Name, text, lifetime, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.SharedTokensDown(exception);
        }
    }

    private async Task<Turn?> TryEnterAsync(Predicate<KeptToken> usable, CancellationToken cancellationToken)
    {
        if (await FindAsync(usable, cancellationToken) is { } found)
        {
            return new Turn(found, null);
        }

        var turn = await tokens.TryLockAsync(Name, LockLifetime, cancellationToken);
        return turn is null ? null : new Turn(await FindAsync(usable, cancellationToken), turn);
    }

    private async Task<KeptToken?> FindAsync(Predicate<KeptToken> usable, CancellationToken cancellationToken)
    {
        var text = await tokens.GetAsync(Name, cancellationToken);
        return text?.Split(' ', 2) is [var seconds, var value]
            && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            && new KeptToken(value, DateTimeOffset.FromUnixTimeSeconds(expires)) is var found && usable(found)
                ? found
                : null;
    }

    /// <summary>A found token, or the turn to fetch; dispose to let the next one in.</summary>
    internal sealed class Turn(KeptToken? found, IAsyncDisposable? held) : IAsyncDisposable
    {
        /// <summary>The usable token, when there was one.</summary>
        public KeptToken? Found { get; } = found;

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => held?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

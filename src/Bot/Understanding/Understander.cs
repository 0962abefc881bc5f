namespace ServiceBot.Bot.Understanding;

/// <summary>Reads a retailer's words: normalise → entities → intent → confidence.</summary>
public sealed class Understander
{
    /// <summary>Understands one text as written at an instant (dates such as 明天 depend on it).</summary>
    public ValueTask<Understood> UnderstandAsync(string text, DateTimeOffset at, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

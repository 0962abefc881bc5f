using System.Net;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.SelfService;

/// <summary>Section <c>SelfService</c>.</summary>
internal sealed class SelfServiceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "SelfService";

    /// <summary>
    /// The proxies in front of this server, each an address (<c>10.0.0.5</c>) or a network (<c>10.0.0.0/24</c>). What they say
    /// of a visitor's address and of HTTPS is believed, and nobody else. Default none.
    /// </summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];
}

/// <summary>Names every proxy that is neither an address nor a network.</summary>
internal sealed class SelfServiceOptionsRules : IValidateOptions<SelfServiceOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SelfServiceOptions options)
    {
        var faults = options.KnownProxies
            .Select((proxy, index) => (Key: $"{SelfServiceOptions.Section}:KnownProxies:{index}", Proxy: proxy))
            .Where(entry => !IPAddress.TryParse(entry.Proxy, out _) && !IPNetwork.TryParse(entry.Proxy, out _))
            .Select(entry => $"{entry.Key} is {entry.Proxy}. Write an address such as 10.0.0.5 or a network such as 10.0.0.0/24.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

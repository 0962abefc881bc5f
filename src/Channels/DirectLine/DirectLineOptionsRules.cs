using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.DirectLine;

/// <summary>The rules that annotations cannot say, each fault with its key, value and remedy. The secret is never told.</summary>
internal sealed class DirectLineOptionsRules(IHostEnvironment? environment = null) : IValidateOptions<DirectLineOptions>
{
    private const int ShortestSecret = 32;
    private const int LargestFile = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        var faults = SecretFaults(options).Concat(AddressFaults(options)).Concat(TimeFaults(options)).Concat(CountFaults(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> SecretFaults(DirectLineOptions options)
    {
        if (options.Secret.Length is > 0 and < ShortestSecret && environment?.IsDevelopment() != true)
        {
            yield return $"{DirectLineOptions.Section}:Secret has {options.Secret.Length} characters. " +
                $"Give a random text of {ShortestSecret} or more, such as from: openssl rand -base64 32";
        }
    }

    private static IEnumerable<string> AddressFaults(DirectLineOptions options)
    {
        foreach (var origin in options.AllowedOrigins.Where(origin => DirectLineOrigins.Normalise(origin) is null))
        {
            yield return $"{DirectLineOptions.Section}:AllowedOrigins holds '{origin}'. " +
                "Give scheme and host, and a port if it is unusual, such as https://shop.example.cn";
        }

        if (options.PublicBaseUrl is { } address && !ChannelHttp.IsWebAddress(address))
        {
            yield return $"{DirectLineOptions.Section}:PublicBaseUrl is '{address}'. Give an absolute http or https address.";
        }
    }

    private static IEnumerable<string> TimeFaults(DirectLineOptions options)
    {
        var (minute, day) = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        return new[]
        {
            Range(nameof(options.TokenLifetime), options.TokenLifetime, minute, day),
            Range(nameof(options.FileLinkLifetime), options.FileLinkLifetime, minute, day),
            Range(nameof(options.KeepAlive), options.KeepAlive, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
        }.OfType<string>();
    }

    private static IEnumerable<string> CountFaults(DirectLineOptions options) => new[]
    {
        Range(nameof(options.MaxText), options.MaxText, 1, 20_000),
        Range(nameof(options.MaxFiles), options.MaxFiles, 0, 10),
        Range(nameof(options.MaxFileBytes), options.MaxFileBytes, 1, LargestFile),
        Range(nameof(options.MaxSockets), options.MaxSockets, 1, 1_000_000),
        Range(nameof(options.PostsPerMinute), options.PostsPerMinute, 1, 1_000_000),
        Range(nameof(options.StartsPerMinute), options.StartsPerMinute, 1, 1_000_000),
    }.OfType<string>();

    private static string? Range<T>(string key, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? $"{DirectLineOptions.Section}:{key} is '{value}'. Give {least} to {most}."
            : null;
}

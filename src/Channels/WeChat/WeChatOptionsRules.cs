using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.WeChat;

/// <summary>The rules that annotations cannot say: keys that must decode, addresses, and what the mode asks for.</summary>
internal sealed class WeChatOptionsRules : IValidateOptions<WeChatOptions>
{
    public ValidateOptionsResult Validate(string? name, WeChatOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WeChatOptions options)
    {
        if (options.Mode != WeChatMode.Plain && string.IsNullOrEmpty(options.EncodingAesKey))
        {
            yield return $"{WeChatOptions.Section}:EncodingAesKey is empty, but Mode is {options.Mode}. " +
                "Copy the EncodingAESKey (43 characters) from the account's server configuration, or set Mode to plain.";
        }

        foreach (var (key, value) in Keys(options).Where(pair => !WeChatCrypto.IsKey(pair.Value)))
        {
            yield return $"{WeChatOptions.Section}:{key} has {value.Length} characters and is not a key. " +
                "Copy all 43 letters and digits from the account's server configuration.";
        }

        foreach (var (key, value) in Addresses(options).Where(pair => !ChannelHttp.IsWebAddress(pair.Value)))
        {
            yield return $"{WeChatOptions.Section}:{key} is '{value}'. Give an absolute http or https address.";
        }

        foreach (var fault in RangeFaults(options))
        {
            yield return fault;
        }
    }

    // The generated validator drops the messages of range annotations, and with them key and remedy.
    private static IEnumerable<string> RangeFaults(WeChatOptions options)
    {
        if (options.ReplyBudget < TimeSpan.FromSeconds(0.1) || options.ReplyBudget > TimeSpan.FromSeconds(4.8))
        {
            yield return $"{WeChatOptions.Section}:ReplyBudget is '{options.ReplyBudget}'. " +
                "Give 00:00:00.1 to 00:00:04.8: WeChat hangs up after 5 seconds.";
        }

        if (options.ReplayWindow < TimeSpan.FromMinutes(1) || options.ReplayWindow > TimeSpan.FromDays(1))
        {
            yield return $"{WeChatOptions.Section}:ReplayWindow is '{options.ReplayWindow}'. Give 00:01:00 to 1.00:00:00.";
        }

        if (options.ReservedForPeople is < 0 or > 4)
        {
            yield return $"{WeChatOptions.Section}:ReservedForPeople is '{options.ReservedForPeople}'. " +
                "Give 0 to 4: a retailer's message earns five replies in all.";
        }
    }

    private static IEnumerable<(string Key, string Value)> Keys(WeChatOptions options)
    {
        if (!string.IsNullOrEmpty(options.EncodingAesKey))
        {
            yield return (nameof(options.EncodingAesKey), options.EncodingAesKey);
        }

        if (!string.IsNullOrEmpty(options.PreviousEncodingAesKey))
        {
            yield return (nameof(options.PreviousEncodingAesKey), options.PreviousEncodingAesKey);
        }
    }

    private static IEnumerable<(string Key, Uri Value)> Addresses(WeChatOptions options)
    {
        yield return (nameof(options.ApiBaseUrl), options.ApiBaseUrl);
        if (options.PublicBaseUrl is { } address)
        {
            yield return (nameof(options.PublicBaseUrl), address);
        }
    }
}

using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>The rules that annotations cannot say: addresses, numbers, ranges, and a menu whose every line can be said.</summary>
internal sealed class VoiceOptionsRules(CallPrompts prompts) : IValidateOptions<VoiceOptions>
{
    public ValidateOptionsResult Validate(string? name, VoiceOptions options)
    {
        var faults = Faults(options).Concat(MenuFaults(options.Menu)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(VoiceOptions options)
    {
        if (options.PublicBaseUrl is { } address && !ChannelHttp.IsWebAddress(address))
        {
            yield return $"{VoiceOptions.Section}:PublicBaseUrl is '{address}'. Give an absolute http or https address.";
        }

        if (options.DialTimeout < TimeSpan.FromSeconds(5) || options.DialTimeout > TimeSpan.FromMinutes(1))
        {
            yield return $"{VoiceOptions.Section}:DialTimeout is '{options.DialTimeout}'. Give 00:00:05 to 00:01:00.";
        }

        if (options.CallerId is { Length: > 0 } caller && !(caller[0] == '+' && DialledNumber.Of(caller) == caller))
        {
            yield return $"{VoiceOptions.Section}:CallerId is '{caller}'. Give a number of the account's in the form +8657188886666, or leave it empty.";
        }
    }

    private IEnumerable<string> MenuFaults(Dictionary<string, string> menu)
    {
        foreach (var (key, label) in menu)
        {
            if (key is not [>= '1' and <= '8'])
            {
                yield return $"{VoiceOptions.Section}:Menu has the key '{key}'. Give 1 to 8: 9 and * tell again, 0 goes back.";
            }

            if (label.Length > 0 && !prompts.MenuItems.ContainsKey(label))
            {
                yield return $"{VoiceOptions.Section}:Menu:{key} is '{label}'. Give one of {string.Join(", ", prompts.MenuItems.Keys.Order(StringComparer.Ordinal))}, or nothing to take the key away.";
            }
        }

        if (menu.Values.All(label => label.Length == 0))
        {
            yield return $"{VoiceOptions.Section}:Menu is empty. Leave at least one key in it.";
        }
    }
}

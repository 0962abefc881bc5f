using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>What Twilio needs of the section.</summary>
internal sealed class TwilioSmsOptionsRules : IValidateOptions<SmsOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SmsOptions options)
    {
        if (!options.AccountSid.StartsWith("AC", StringComparison.Ordinal) || options.AccountSid.Contains('/', StringComparison.Ordinal))
        {
            yield return $"{SmsOptions.Section}:AccountSid is '{options.AccountSid}'. Copy the Account SID (AC…) from Twilio's console.";
        }

        if (options.AuthToken.Length == 0)
        {
            yield return $"{SmsOptions.Section}:AuthToken is empty. Copy the Auth Token from Twilio's console.";
        }

        if (string.IsNullOrEmpty(options.MessagingServiceSid) && options.From?.StartsWith('+') != true)
        {
            yield return $"{SmsOptions.Section}:From is '{options.From}'. " +
                "Give the number bought from Twilio, such as +15005550006, or set MessagingServiceSid.";
        }

        foreach (var (key, value) in Addresses(options).Where(pair => !ChannelHttp.IsWebAddress(pair.Value)))
        {
            yield return $"{SmsOptions.Section}:{key} is '{value}'. Give an absolute http or https address.";
        }
    }

    private static IEnumerable<(string Key, Uri? Value)> Addresses(SmsOptions options) =>
        [(nameof(options.ApiBaseUrl), options.ApiBaseUrl), (nameof(options.PublicBaseUrl), options.PublicBaseUrl)];
}

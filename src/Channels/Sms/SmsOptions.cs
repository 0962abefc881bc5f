using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms;

/// <summary>Section <c>Channels:Sms</c>.</summary>
internal sealed class SmsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Channels:Sms";

    /// <summary>The provider that needs AccountSid, AuthToken, a sender and PublicBaseUrl.</summary>
    public const string Twilio = "twilio";

    /// <summary>Who carries the messages: <c>twilio</c> (default).</summary>
    public string Provider { get; set; } = Twilio;

    /// <summary>Twilio's account id: AC and 32 hexadecimal digits.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>Twilio's auth token: it signs callbacks and opens the API. Secret.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>While one auth token replaces the other, the one that callbacks may still be signed with. Secret.</summary>
    public string? PreviousAuthToken { get; set; }

    /// <summary>The number messages come from, in E.164; or <see cref="MessagingServiceSid"/>.</summary>
    public string? From { get; set; }

    /// <summary>The messaging service that chooses the number; wins over <see cref="From"/>.</summary>
    public string? MessagingServiceSid { get; set; }

    /// <summary>This service's public address just as it stands in the provider's console: callbacks are signed with it.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>Where the provider's REST API answers; checks point it at a stand-in.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://api.twilio.com");

    /// <summary>What one segment costs, in yuan, for the cost metric; 0 (default) or more.</summary>
    public decimal PricePerSegment { get; set; }
}

/// <summary>The rules that hold whoever carries the messages.</summary>
internal sealed class SmsOptionsRules : IValidateOptions<SmsOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SmsOptions options)
    {
        if (!options.Provider.Equals(SmsOptions.Twilio, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{SmsOptions.Section}:Provider is '{options.Provider}'. Give {SmsOptions.Twilio}.";
        }

        if (options.PricePerSegment < 0)
        {
            yield return $"{SmsOptions.Section}:PricePerSegment is '{options.PricePerSegment}'. Give yuan, 0 or more.";
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Voice;

/// <summary>Section <c>Channels:Voice</c>.</summary>
internal sealed class VoiceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Channels:Voice";

    /// <summary>The account's SID (AC…); that of <c>Channels:Sms</c> when it is empty here.</summary>
    [Required(ErrorMessage = Section + ":AccountSid is empty. Copy the Account SID (AC…) from Twilio's console, here or in Channels:Sms.")]
    [RegularExpression("^AC[0-9a-f]{32}$", ErrorMessage = Section + ":AccountSid is not an account's SID. Copy AC and 32 hexadecimal digits from Twilio's console.")]
    public string AccountSid { get; set; } = "";

    /// <summary>The account's auth token, which signs the callbacks; that of <c>Channels:Sms</c> when it is empty here. Secret.</summary>
    [Required(ErrorMessage = Section + ":AuthToken is empty. Copy the Auth Token from Twilio's console, here or in Channels:Sms.")]
    public string AuthToken { get; set; } = "";

    /// <summary>The other token while one is being replaced by the other. Secret.</summary>
    public string? PreviousAuthToken { get; set; }

    /// <summary>This service's public address, just as it stands in the number's settings at Twilio. Required.</summary>
    [Required(ErrorMessage = Section + ":PublicBaseUrl is empty. Give the address that Twilio calls, such as https://bot.example.cn.")]
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>Who speaks: one of Twilio's voices for Mandarin.</summary>
    [Required(ErrorMessage = Section + ":Voice is empty. Name a Mandarin voice of Twilio's, such as Polly.Zhiyu-Neural.")]
    public string Voice { get; set; } = "Polly.Zhiyu-Neural";

    /// <summary>The voice's language, as the provider of the voice names it; a pair that does not fit says nothing.</summary>
    [Required(ErrorMessage = Section + ":Language is empty. Name the voice's language, such as cmn-CN.")]
    public string Language { get; set; } = "cmn-CN";

    /// <summary>
    /// Key (1 to 8) to intent label. What is given here is added to the default menu; an empty label takes its key away.
    /// </summary>
    public Dictionary<string, string> Menu { get; set; } = new()
    {
        ["1"] = "supply_quota",
        ["2"] = "settlement_balance",
        ["3"] = "new_brand",
        ["4"] = "hotline",
        ["5"] = "complaint",
        ["6"] = "human_handoff",
    };

    /// <summary>How long a manager's phone rings, 5 s to 1 minute.</summary>
    public TimeSpan DialTimeout { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>What the manager's phone shows, E.164 and ours at Twilio; empty for the caller's own number.</summary>
    public string? CallerId { get; set; }

    /// <summary>
    /// False: nobody is known by the number they call from, and everyone keys in licence and code. For networks where the
    /// caller's number can be forged. Default true.
    /// </summary>
    public bool TrustCallerNumber { get; set; } = true;

    /// <summary>The account that callbacks are checked against.</summary>
    public TwilioAccount Account => new(AuthToken, PreviousAuthToken, PublicBaseUrl!);
}

/// <summary>The single-value rules, from the annotations.</summary>
[OptionsValidator]
internal sealed partial class VoiceOptionsValidator : IValidateOptions<VoiceOptions>;

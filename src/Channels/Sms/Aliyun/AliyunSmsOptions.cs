using System.Net;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>Section <c>Channels:Sms:Aliyun</c>.</summary>
internal sealed class AliyunSmsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = SmsOptions.Section + ":Aliyun";

    /// <summary>The template for an answer that has none of its own: it tells where the answer is to be read.</summary>
    public const string AnswerTemplate = "answer";

    /// <summary>The id of the access key that may send. Required.</summary>
    public string AccessKeyId { get; set; } = "";

    /// <summary>The access key's secret. Required, secret.</summary>
    public string AccessKeySecret { get; set; } = "";

    /// <summary>The approved signature (签名), without brackets. Required.</summary>
    public string SignName { get; set; } = "";

    /// <summary>Our notices' names, such as <c>bind.code</c>, to the approved templates. <see cref="AnswerTemplate"/> is for all others.</summary>
    public IDictionary<string, AliyunTemplate> Templates { get; } = new Dictionary<string, AliyunTemplate>();

    /// <summary>The last part of the callbacks' paths: 24 or more letters, digits, <c>-</c> and <c>_</c>. Required, secret.</summary>
    public string ReceiveSecret { get; set; } = "";

    /// <summary>The addresses that callbacks come from, such as <c>203.119.0.0/16</c>. Required: nothing else proves who calls.</summary>
    public IList<string> AllowedAddresses { get; } = [];

    /// <summary>Where the API answers; checks point it at a stand-in.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://dysmsapi.aliyuncs.com");
}

/// <summary>An approved template.</summary>
internal sealed class AliyunTemplate
{
    /// <summary>The provider's code for it, such as <c>SMS_123456789</c>.</summary>
    public string Code { get; set; } = "";

    /// <summary>
    /// Our values' names to the template's variables; a value that is not named here is left out. Without any, all values
    /// go by our names.
    /// </summary>
    public IDictionary<string, string> Variables { get; } = new Dictionary<string, string>();
}

/// <summary>Everything that the provider needs to be set.</summary>
internal sealed class AliyunSmsOptionsRules : IValidateOptions<AliyunSmsOptions>
{
    private const int ShortestSecret = 24;

    public ValidateOptionsResult Validate(string? name, AliyunSmsOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(AliyunSmsOptions options)
    {
        foreach (var (key, value, remedy) in Required(options).Where(required => required.Value.Length == 0))
        {
            yield return $"{AliyunSmsOptions.Section}:{key} is empty. {remedy}";
        }

        if (options.ReceiveSecret.Length < ShortestSecret || options.ReceiveSecret.Any(character => !IsPathCharacter(character)))
        {
            yield return $"{AliyunSmsOptions.Section}:ReceiveSecret must be {ShortestSecret} or more letters, digits, - or _: callbacks are not signed. " +
                "Make one up, and give Aliyun's console the addresses that end with it.";
        }

        if (options.AllowedAddresses.Count == 0)
        {
            yield return $"{AliyunSmsOptions.Section}:AllowedAddresses is empty. List the addresses that Aliyun pushes from, such as 203.0.113.0/24.";
        }

        foreach (var address in options.AllowedAddresses.Where(address => !IPNetwork.TryParse(address, out _) && !IPAddress.TryParse(address, out _)))
        {
            yield return $"{AliyunSmsOptions.Section}:AllowedAddresses has '{address}'. Give an address or a range such as 203.0.113.0/24.";
        }

        foreach (var (key, _) in options.Templates.Where(template => template.Value.Code.Length == 0))
        {
            yield return $"{AliyunSmsOptions.Section}:Templates:{key}:Code is empty. Copy the template's code (SMS_…) from Aliyun's console.";
        }

        if (!ChannelHttp.IsWebAddress(options.ApiBaseUrl))
        {
            yield return $"{AliyunSmsOptions.Section}:ApiBaseUrl is '{options.ApiBaseUrl}'. Give an absolute http or https address.";
        }
    }

    private static IEnumerable<(string Key, string Value, string Remedy)> Required(AliyunSmsOptions options) =>
    [
        (nameof(options.AccessKeyId), options.AccessKeyId, "Copy it from Aliyun's console (RAM user with dysms:SendSms and dysms:QuerySendDetails)."),
        (nameof(options.AccessKeySecret), options.AccessKeySecret, "Copy it from Aliyun's console."),
        (nameof(options.SignName), options.SignName, "Give the approved signature (签名), without brackets."),
    ];

    private static bool IsPathCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}

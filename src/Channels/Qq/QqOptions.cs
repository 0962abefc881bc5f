using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Qq;

/// <summary>Section <c>Channels:Qq</c>.</summary>
internal sealed class QqOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Channels:Qq";

    /// <summary>The bot's AppID. Required.</summary>
    [Required(ErrorMessage = Section + ":AppId is empty. Copy the AppID from the bot's page on q.qq.com.")]
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = Section + ":AppId must be digits. Copy the AppID from the bot's page on q.qq.com.")]
    public string AppId { get; set; } = "";

    /// <summary>The bot's AppSecret: it signs callbacks and buys access tokens. Required, secret.</summary>
    [Required(ErrorMessage = Section + ":Secret is empty. Copy the AppSecret from the bot's page on q.qq.com.")]
    public string Secret { get; set; } = "";

    /// <summary>Where the API answers; checks point it at a stand-in.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://api.sgroup.qq.com");

    /// <summary>Where access tokens are bought.</summary>
    public Uri TokenUrl { get; set; } = new("https://bots.qq.com/app/getAppAccessToken");

    /// <summary>How far a callback's timestamp may be from our clock, 1 minute to 1 hour; default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00", ErrorMessage = Section + ":ReplayWindow must be 00:01:00 to 01:00:00.")]
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a message in a group may be answered; QQ's own limit is the default, 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = Section + ":GroupWindow must be 00:00:10 to 1.00:00:00.")]
    public TimeSpan GroupWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a message to the bot alone may be answered; QQ's own limit is the default, 60 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "2.00:00:00", ErrorMessage = Section + ":PrivateWindow must be 00:00:10 to 2.00:00:00.")]
    public TimeSpan PrivateWindow { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How many messages may answer one; QQ's own limit is the default, 5.</summary>
    [Range(1, 20, ErrorMessage = Section + ":RepliesPerMessage must be 1 to 20.")]
    public int RepliesPerMessage { get; set; } = 5;
}

/// <summary>The single-value rules, from the annotations.</summary>
[OptionsValidator]
internal sealed partial class QqOptionsValidator : IValidateOptions<QqOptions>;

/// <summary>The rules that annotations cannot say.</summary>
internal sealed class QqOptionsRules : IValidateOptions<QqOptions>
{
    public ValidateOptionsResult Validate(string? name, QqOptions options)
    {
        (string Key, Uri Value)[] addresses = [(nameof(QqOptions.ApiBaseUrl), options.ApiBaseUrl), (nameof(QqOptions.TokenUrl), options.TokenUrl)];
        var faults = addresses
            .Where(address => !address.Value.IsAbsoluteUri || address.Value.Scheme is not ("http" or "https"))
            .Select(address => $"{QqOptions.Section}:{address.Key} is '{address.Value}'. Give an absolute http or https address.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

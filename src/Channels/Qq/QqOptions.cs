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
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a message in a group may be answered; QQ's own limit is the default, 5 minutes.</summary>
    public TimeSpan GroupWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a message to the bot alone may be answered; QQ's own limit is the default, 60 minutes.</summary>
    public TimeSpan PrivateWindow { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How many messages may answer one; QQ's own limit is the default, 5.</summary>
    public int RepliesPerMessage { get; set; } = 5;
}

/// <summary>The single-value rules, from the annotations.</summary>
[OptionsValidator]
internal sealed partial class QqOptionsValidator : IValidateOptions<QqOptions>;

/// <summary>The rules that annotations cannot say.</summary>
internal sealed class QqOptionsRules : IValidateOptions<QqOptions>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, QqOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(QqOptions options)
    {
        foreach (var (key, value) in Addresses(options).Where(pair => !ChannelHttp.IsWebAddress(pair.Value)))
        {
            yield return $"{QqOptions.Section}:{key} is '{value}'. Give an absolute http or https address.";
        }

        foreach (var (key, value, most) in Spans(options).Where(span => span.Value < Minute || span.Value > span.Most))
        {
            yield return $"{QqOptions.Section}:{key} is '{value}'. Give {Minute} to {most}.";
        }

        if (options.RepliesPerMessage is < 1 or > 20)
        {
            yield return $"{QqOptions.Section}:RepliesPerMessage is '{options.RepliesPerMessage}'. Give 1 to 20.";
        }
    }

    private static IEnumerable<(string Key, Uri Value)> Addresses(QqOptions options) =>
        [(nameof(options.ApiBaseUrl), options.ApiBaseUrl), (nameof(options.TokenUrl), options.TokenUrl)];

    private static IEnumerable<(string Key, TimeSpan Value, TimeSpan Most)> Spans(QqOptions options) =>
    [
        (nameof(options.ReplayWindow), options.ReplayWindow, TimeSpan.FromHours(1)),
        (nameof(options.GroupWindow), options.GroupWindow, TimeSpan.FromDays(1)),
        (nameof(options.PrivateWindow), options.PrivateWindow, TimeSpan.FromDays(2)),
    ];
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.WeChat;

/// <summary>How pushes are protected, as set in the account's console.</summary>
internal enum WeChatMode
{
    /// <summary>明文: signed, not encrypted.</summary>
    Plain,

    /// <summary>兼容: both forms side by side; the encrypted one is taken when there is one.</summary>
    Compatible,

    /// <summary>安全: encrypted only; anything else is refused.</summary>
    Secure,
}

/// <summary>Section <c>Channels:WeChat</c>.</summary>
internal sealed class WeChatOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Channels:WeChat";

    /// <summary>The account's AppID. Required.</summary>
    [Required(ErrorMessage = Section + ":AppId is empty. Copy the AppID (wx…) from the account's console.")]
    public string AppId { get; set; } = "";

    /// <summary>The account's AppSecret, which buys access tokens. Required, secret.</summary>
    [Required(ErrorMessage = Section + ":AppSecret is empty. Copy the AppSecret from the account's console.")]
    public string AppSecret { get; set; } = "";

    /// <summary>The token of the server configuration: 3 to 32 letters and digits. Required, secret.</summary>
    [Required(ErrorMessage = Section + ":Token is empty. Set the same token here and in the account's server configuration.")]
    [RegularExpression("^[A-Za-z0-9]{3,32}$", ErrorMessage = Section + ":Token must be 3 to 32 letters or digits, the same as in the account's server configuration.")]
    public string Token { get; set; } = "";

    /// <summary>The 43-character message key. Required unless <see cref="Mode"/> is plain; secret.</summary>
    public string? EncodingAesKey { get; set; }

    /// <summary>The key before the last change: pushes under way still carry it. Secret.</summary>
    public string? PreviousEncodingAesKey { get; set; }

    /// <summary>Default <see cref="WeChatMode.Secure"/>.</summary>
    public WeChatMode Mode { get; set; } = WeChatMode.Secure;

    /// <summary>Where the REST API answers; checks point it at a stand-in.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://api.weixin.qq.com");

    /// <summary>
    /// How long the answer may take to go back in WeChat's own request, from its arrival: 0.1 to 4.8 s,
    /// since WeChat hangs up at 5 s.
    /// </summary>
    public TimeSpan ReplyBudget { get; set; } = TimeSpan.FromSeconds(4.2);

    /// <summary>
    /// How far a push's timestamp may be from our clock, 1 minute to 1 day. Wide: repeats carry the first timestamp.
    /// </summary>
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>This service's public address; completes card pictures and links that begin with <c>/</c>.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>How many messages of each reply window only people may use: 0 to 4, default 2.</summary>
    public int ReservedForPeople { get; set; } = 2;

    /// <summary>Numbered choices in passive texts become links that answer when tapped. Default off: numbers only.</summary>
    public bool ChoiceLinks { get; set; }

    /// <summary>The menu the account shows, in the API's own JSON form.</summary>
    [Required(ErrorMessage = Section + ":MenuFile is empty. Name the menu's file, such as config/wechat-menu.json.")]
    public string MenuFile { get; set; } = "config/wechat-menu.json";
}

/// <summary>The single-value rules, from the annotations.</summary>
[OptionsValidator]
internal sealed partial class WeChatOptionsValidator : IValidateOptions<WeChatOptions>;

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Section <c>Channels:DirectLine</c>.</summary>
internal sealed class DirectLineOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Channels:DirectLine";

    /// <summary>
    /// Opens every conversation, and all that is handed out is signed with it: for servers, never for a browser. Required, at
    /// least 32 characters outside Development.
    /// </summary>
    [Required(ErrorMessage = Section + ":Secret is empty. Give a random text of 32 characters or more, such as from: openssl rand -base64 32")]
    public string Secret { get; set; } = "";

    /// <summary>Other sites whose pages may open chats, such as <c>https://shop.example.cn</c>. Default none: our own pages only.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>How long a token is good, 1 minute to 1 day; clients refresh theirs at half of the default.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>This service's public address; null to take it from each request.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>Longest text taken, in UTF-16 characters: 1 to 20000.</summary>
    public int MaxText { get; set; } = 2000;

    /// <summary>Most pictures of one message: 0 (no uploads) to 10.</summary>
    public int MaxFiles { get; set; } = 3;

    /// <summary>Largest picture in bytes: 1 to 16 MiB.</summary>
    public int MaxFileBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long a picture's address is good, 1 minute to 1 day.</summary>
    public TimeSpan FileLinkLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Most open chats of this process, at least 1; further ones are told to come again.</summary>
    public int MaxSockets { get; set; } = 20_000;

    /// <summary>An idle socket gets an empty frame this often, 1 second to 5 minutes; proxies cut quiet ones, commonly after 60 s.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Most messages of one conversation in a minute, at least 1.</summary>
    public int PostsPerMinute { get; set; } = 60;

    /// <summary>Most chats opened from one address in a minute, at least 1; many phones of one carrier share an address.</summary>
    public int StartsPerMinute { get; set; } = 120;
}

/// <summary>The single-value rules, from the annotations.</summary>
[OptionsValidator]
internal sealed partial class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Sms;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>
/// Keeps the APIs' addresses on this server when they are the stand-ins': a server started on another port would otherwise
/// call the port of the settings file.
/// </summary>
internal sealed class SimulatorAddresses(IConfiguration configuration)
    : IPostConfigureOptions<WeChatOptions>, IPostConfigureOptions<SmsOptions>
{
    /// <inheritdoc/>
    public void PostConfigure(string? name, WeChatOptions options)
    {
        if (OwnInPlaceOf(options.ApiBaseUrl, StandInApi.Path) is { } own)
        {
            options.PublicBaseUrl = IsBeside(options.PublicBaseUrl, options.ApiBaseUrl) ? own : options.PublicBaseUrl;
            options.ApiBaseUrl = new Uri(own, StandInApi.Path);
        }
    }

    /// <inheritdoc/>
    public void PostConfigure(string? name, SmsOptions options)
    {
        if (OwnInPlaceOf(options.ApiBaseUrl, StandInTwilio.Path) is { } own)
        {
            options.PublicBaseUrl = IsBeside(options.PublicBaseUrl, options.ApiBaseUrl) ? own : options.PublicBaseUrl;
            options.ApiBaseUrl = new Uri(own, StandInTwilio.Path);
        }
    }

    /// <summary>This server's address when the given one is a stand-in's; null when it is not, or nothing is known.</summary>
    private Uri? OwnInPlaceOf(Uri api, string standIn)
    {
        if (!api.IsAbsoluteUri || !api.IsLoopback || api.AbsolutePath.TrimEnd('/') != standIn)
        {
            return null;
        }

        // Port 0 is chosen only when the server listens.
        var own = OwnAddress.Pick((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return own is null || own.Port == 0 ? null : own;
    }

    private static bool IsBeside(Uri? address, Uri api) => address is { IsAbsoluteUri: true } && address.Authority == api.Authority;
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>
/// Keeps the API's address on this server when it is the stand-in's: a server started on another port would otherwise
/// call the port of the settings file.
/// </summary>
internal sealed class SimulatorAddresses(IConfiguration configuration) : IPostConfigureOptions<WeChatOptions>
{
    /// <inheritdoc/>
    public void PostConfigure(string? name, WeChatOptions options)
    {
        var api = options.ApiBaseUrl;
        if (!api.IsAbsoluteUri || !api.IsLoopback || api.AbsolutePath.TrimEnd('/') != StandInApi.Path)
        {
            return;
        }

        // Port 0 is chosen only when the server listens.
        var own = OwnAddress.Pick((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (own is null || own.Port == 0)
        {
            return;
        }

        if (options.PublicBaseUrl is { IsAbsoluteUri: true } pictures && pictures.Authority == api.Authority)
        {
            options.PublicBaseUrl = own;
        }

        options.ApiBaseUrl = new Uri(own, StandInApi.Path);
    }
}

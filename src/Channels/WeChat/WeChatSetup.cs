using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>Registers and maps the WeChat channel.</summary>
internal static class WeChatSetup
{
    /// <summary>Registers the channel when its section is there.</summary>
    public static void AddWeChat(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(WeChatOptions.Section);
        if (!section.Exists())
        {
            return;
        }

        services.AddOptions<WeChatOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatOptionsValidator>();
        services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WeChatOpener>();
        services.AddSingleton<WeChatReplyRenderer>();
        services.AddSingleton<WeChatPassiveWriter>();
        services.AddSingleton<WeChatPassiveAnswer>();
        services.AddSingleton<WeChatEndpoint>();
        services.AddSingleton<WeChatSharedToken>();
        services.AddSingleton<WeChatAccessTokens>();
        services.AddSingleton<WeChatApiClient>();
        services.AddSingleton<IReplySender, WeChatReplySender>();
        services.AddSingleton<IWebSignIn, WeChatWebSignIn>();
        services.AddSingleton(provider => new WeChatMenu(
            provider.GetRequiredService<WeChatApiClient>(), provider.GetRequiredService<IOptions<WeChatOptions>>()));
        services.AddWeChatHttpClient();
    }

    /// <summary>Maps the callback when the channel is registered.</summary>
    public static void MapWeChat(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(WeChatEndpoint)))
        {
            // Resolved by the first request: by then the settings were checked, and the faults of all sections told at once.
            endpoints.MapGet(WeChatEndpoint.Path, context => EndpointOf(context).VerifyAsync(context));
            endpoints.MapPost(WeChatEndpoint.Path, context => EndpointOf(context).ReceiveAsync(context));
        }
    }

    private static WeChatEndpoint EndpointOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<WeChatEndpoint>();

    private static void AddWeChatHttpClient(this IServiceCollection services) =>
        services.AddHttpClient(WeChatHttp.ClientName, (provider, client) =>
            {
                // The slash keeps an address's own path, as a stand-in or a proxy has one, before WeChat's.
                var address = provider.GetRequiredService<IOptions<WeChatOptions>>().Value.ApiBaseUrl;
                client.BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
                client.Timeout = WeChatHttp.Timeout;
            })
            .RepeatUnsent();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>Registers and maps the WeChat that the simulator plays. For Development only.</summary>
public static class WeChatSimulatorSetup
{
    /// <summary>
    /// Registers <see cref="WeChatPlayer"/> and <see cref="WeChatPhones"/> beside the WeChat channel; nothing when that
    /// channel is off.
    /// </summary>
    public static IServiceCollection AddWeChatSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetSection(WeChatOptions.Section).Exists())
        {
            return services;
        }

        services.AddSingleton<IPostConfigureOptions<WeChatOptions>, SimulatorAddresses>();
        services.AddSingleton<StandInTokens>();
        services.AddSingleton<StandInMenu>();
        services.AddSingleton<StandInWebCodes>();
        services.AddSingleton<StandInApi>();
        services.AddSingleton(provider => new WeChatPhones(
            provider.GetRequiredService<StandInMenu>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SimulatorEnvelope>();
        services.AddSingleton<SimulatorReplyReader>();
        services.TryAddSingleton(provider => new OwnAddress(provider.GetRequiredService<IServer>()));
        services.AddHttpClient(WeChatPlayer.ClientName);
        services.AddSingleton(CreatePlayer);
        return services;
    }

    /// <summary>Maps the stand-in for WeChat's API below <c>/simulator/wechat-api</c>.</summary>
    public static IEndpointRouteBuilder MapWeChatStandIn(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.ServiceProvider.GetRequiredService<StandInApi>();
        var group = endpoints.MapGroup(StandInApi.Path);
        group.MapPost(StandInApi.TokenPath, api.IssueTokenAsync);
        group.MapPost(StandInApi.SendPath, api.SendAsync);
        group.MapPost(StandInApi.TypingPath, api.ShowTypingAsync);
        group.MapPost(StandInApi.MenuPath, api.CreateMenuAsync);
        group.MapGet(StandInApi.WebSignInPath, api.SignInAsync);
        return endpoints;
    }

    private static WeChatPlayer CreatePlayer(IServiceProvider provider) => new(
        provider.GetRequiredService<IOptions<WeChatOptions>>(),
        provider.GetRequiredService<SimulatorEnvelope>(),
        provider.GetRequiredService<SimulatorReplyReader>(),
        provider.GetRequiredService<WeChatPhones>(),
        provider.GetRequiredService<OwnAddress>(),
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<TimeProvider>());
}

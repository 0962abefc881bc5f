using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Qq;

/// <summary>Registers and maps the QQ channel.</summary>
internal static class QqSetup
{
    /// <summary>Registers the channel when its section is there.</summary>
    public static void AddQq(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(QqOptions.Section);
        if (!section.Exists())
        {
            return;
        }

        services.AddOptions<QqOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QqOptions>, QqOptionsValidator>();
        services.AddSingleton<IValidateOptions<QqOptions>, QqOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<QqEndpoint>();
        services.AddSingleton<QqAccessToken>();
        services.AddSingleton<QqApiClient>();
        services.AddSingleton<IReplySender, QqReplySender>();
        services.AddHttpClient(QqHttp.ClientName, (provider, client) =>
        {
            var address = provider.GetRequiredService<IOptions<QqOptions>>().Value.ApiBaseUrl;
            client.BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
            client.Timeout = QqHttp.Timeout;
        });
    }

    /// <summary>Maps the callback when the channel is registered.</summary>
    public static void MapQq(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(QqEndpoint)))
        {
            endpoints.MapPost(QqEndpoint.Path, context =>
                context.RequestServices.GetRequiredService<QqEndpoint>().ReceiveAsync(context));
        }
    }
}

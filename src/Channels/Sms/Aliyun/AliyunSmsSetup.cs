using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>Registers and maps SMS by Aliyun.</summary>
internal static class AliyunSmsSetup
{
    /// <summary>Registers the provider and its callbacks.</summary>
    public static void AddAliyunSms(this IServiceCollection services, IConfigurationSection sms)
    {
        services.AddOptions<AliyunSmsOptions>().Bind(sms.GetSection("Aliyun")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AliyunSmsOptions>, AliyunSmsOptionsRules>();
        services.AddSingleton<AliyunGuard>();
        services.AddSingleton<AliyunSmsEndpoint>();
        services.AddSingleton<AliyunApiClient>();
        services.AddSingleton<AliyunTemplates>();
        services.AddSingleton<ISmsProvider, AliyunSmsProvider>();
        services.AddHttpClient(AliyunApiClient.ClientName, client => client.Timeout = AliyunApiClient.Timeout).RepeatUnsent();
    }

    /// <summary>Maps the callbacks when the provider is registered.</summary>
    public static void MapAliyunSms(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(AliyunSmsEndpoint)))
        {
            // Resolved by the first request: by then the settings were checked, and the faults of all sections told at once.
            endpoints.MapPost(AliyunSmsEndpoint.MessagesPath, context => EndpointOf(context).ReceiveAsync(context));
            endpoints.MapPost(AliyunSmsEndpoint.ReportsPath, context => EndpointOf(context).ReportAsync(context));
        }
    }

    private static AliyunSmsEndpoint EndpointOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<AliyunSmsEndpoint>();
}

using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>Registers and maps SMS by Twilio.</summary>
internal static class TwilioSmsSetup
{
    /// <summary>Registers the provider and its callbacks.</summary>
    public static void AddTwilioSms(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SmsOptions>, TwilioSmsOptionsRules>();
        services.AddSingleton<TwilioSmsEndpoint>();
        services.AddSingleton<TwilioApiClient>();
        services.AddSingleton<ISmsProvider, TwilioSmsProvider>();
        services.AddHttpClient(TwilioHttp.ClientName, (provider, client) => Prepare(client, provider.GetRequiredService<IOptions<SmsOptions>>().Value))
            .AddResilienceHandler("unsent", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                // Only what never reached Twilio goes again at once: a repeated message is a second message.
                ShouldHandle = arguments => ValueTask.FromResult(TwilioHttp.NeverReached(arguments.Outcome.Exception)),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
            }));
    }

    /// <summary>Maps the callbacks when the provider is registered.</summary>
    public static void MapTwilioSms(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(TwilioSmsEndpoint)))
        {
            // Resolved by the first request: by then the settings were checked, and the faults of all sections told at once.
            endpoints.MapPost(TwilioSmsEndpoint.Path, context => EndpointOf(context).ReceiveAsync(context));
            endpoints.MapPost(TwilioSmsEndpoint.StatusPath, context => EndpointOf(context).ReportAsync(context));
        }
    }

    private static TwilioSmsEndpoint EndpointOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<TwilioSmsEndpoint>();

    private static void Prepare(HttpClient client, SmsOptions options)
    {
        // The slash keeps an address's own path, as a stand-in or a proxy has one, before Twilio's.
        client.BaseAddress = new Uri(options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/");
        client.Timeout = TwilioHttp.Timeout;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));
    }
}

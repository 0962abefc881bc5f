using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms.Twilio;

namespace ServiceBot.Channels.Sms;

/// <summary>Registers and maps the SMS channel with the provider that is set.</summary>
internal static class SmsSetup
{
    /// <summary>Registers the channel when its section is there.</summary>
    public static void AddSms(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SmsOptions.Section);
        if (!section.Exists())
        {
            return;
        }

        services.AddOptions<SmsOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmsOptions>, SmsOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SmsMetrics>();
        services.AddSingleton<IReplySender, SmsReplySender>();

        // Any other name is a fault that the rules tell with all others at start.
        switch (section[nameof(SmsOptions.Provider)]?.ToLowerInvariant() ?? SmsOptions.Twilio)
        {
            case SmsOptions.Twilio:
                services.AddTwilioSms();
                break;
        }
    }

    /// <summary>Maps the provider's callbacks when it is registered.</summary>
    public static void MapSms(this IEndpointRouteBuilder endpoints) => endpoints.MapTwilioSms();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Simulator;

/// <summary>Registers and maps the Twilio that the simulator plays. For Development only.</summary>
public static class TwilioSimulatorSetup
{
    /// <summary>Registers <see cref="TwilioPlayer"/> and <see cref="SmsPhones"/>; without an SMS channel they have no number.</summary>
    public static IServiceCollection AddTwilioSimulator(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<SmsOptions>, SimulatorAddresses>();
        services.TryAddSingleton(provider => new OwnAddress(provider.GetRequiredService<IServer>()));
        services.AddHttpClient(TwilioPoster.ClientName);
        services.AddSingleton<TwilioPoster>();
        services.AddSingleton<TwilioReports>();
        services.AddHostedService(provider => provider.GetRequiredService<TwilioReports>());
        services.AddSingleton<StandInTwilio>();
        services.AddSingleton(provider => new SmsPhones(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new TwilioPlayer(
            provider.GetRequiredService<IOptions<SmsOptions>>(),
            provider.GetRequiredService<TwilioPoster>(),
            provider.GetRequiredService<SmsPhones>()));
        return services;
    }

    /// <summary>Maps the stand-in for Twilio's API below <c>/simulator/twilio-api</c>.</summary>
    public static IEndpointRouteBuilder MapTwilioStandIn(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.ServiceProvider.GetRequiredService<StandInTwilio>();
        var group = endpoints.MapGroup(StandInTwilio.Path);
        group.MapPost(StandInTwilio.MessagesPath, api.CreateAsync);
        group.MapGet(StandInTwilio.MessagesPath, api.ListAsync);
        return endpoints;
    }
}

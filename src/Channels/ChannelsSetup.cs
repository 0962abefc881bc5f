using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Channels.DirectLine;
using ServiceBot.Channels.Qq;
using ServiceBot.Channels.Sms;
using ServiceBot.Channels.Twilio;
using ServiceBot.Channels.Voice;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels;

/// <summary>Turns on the channels that have a section in <c>Channels</c>; an absent section means the channel is off.</summary>
public static class ChannelsSetup
{
    /// <summary>
    /// Registers the configured channels. They need an <see cref="Contracts.IInbox"/>, an
    /// <see cref="Contracts.IDeliveryReports"/> and an <see cref="Contracts.ISharedTokens"/> from the caller.
    /// </summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.AddSingleton<ChannelMetrics>();
        services.AddSingleton<TwilioCallbacks>();
        services.AddWeChat(configuration);
        services.AddSms(configuration);
        services.AddQq(configuration);
        services.AddVoice(configuration);
        services.AddDirectLine(configuration);
        return services;
    }

    /// <summary>Maps the configured channels' callbacks; a channel that is off answers 404.</summary>
    public static IEndpointRouteBuilder MapChannels(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWeChat();
        endpoints.MapSms();
        endpoints.MapQq();
        endpoints.MapVoice();
        endpoints.MapDirectLine();
        return endpoints;
    }
}

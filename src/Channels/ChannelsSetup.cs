using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceBot.Channels;

/// <summary>Turns on the channels that have a section in <c>Channels</c>; an absent section means the channel is off.</summary>
public static class ChannelsSetup
{
    /// <summary>Registers the configured channels.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }

    /// <summary>Maps the configured channels' callbacks.</summary>
    public static IEndpointRouteBuilder MapChannels(this IEndpointRouteBuilder endpoints)
    {
        return endpoints;
    }
}

using ServiceBot.Channels.Simulator;

namespace ServiceBot.Bot.Simulator;

/// <summary>A phone on screen that talks to the real WeChat and SMS callbacks. Registered and mapped in Development only.</summary>
internal static class SimulatorSetup
{
    /// <summary>Registers the simulator.</summary>
    public static IServiceCollection AddSimulator(
        this IServiceCollection services, IConfiguration configuration, string configFolder) => services
        .AddWeChatSimulator(configuration)
        .AddTwilioSimulator()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<Personas>(
            provider, Path.Combine(configFolder, "sample", "personas.json")))
        .AddSingleton<SimulatorPhones>()
        .AddSingleton<SimulatorEvents>();

    /// <summary>Maps everything below <c>/simulator</c>; nothing when the WeChat channel is off.</summary>
    public static WebApplication MapSimulator(this WebApplication app)
    {
        if (app.Services.GetService<WeChatPlayer>() is null)
        {
            return app;
        }

        app.MapWeChatStandIn();
        app.MapTwilioStandIn();
        app.MapSimulatorPage();
        app.MapSimulatorApi();
        return app;
    }
}

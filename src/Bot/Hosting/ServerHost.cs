using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using ServiceBot.Bot.SelfService;
using ServiceBot.Bot.SelfService.SignIn;
using ServiceBot.Bot.Simulator;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Hosting;

/// <summary>Builds the web server: channels, engine, knowledge, probes and metrics.</summary>
internal static class ServerHost
{
    /// <summary>The server, not yet started.</summary>
    /// <param name="urls">The address to listen on; null for the configured one.</param>
    /// <param name="configFolder">The folder of <c>servicebot.json</c>.</param>
    public static WebApplication Build(string? urls, string configFolder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            EnvironmentName = HostingEnvironment.Name,
            WebRootPath = WebRoot(),
        });
        builder.Configuration.UseConfigFolder(configFolder, builder.Environment.EnvironmentName, urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // By itself the framework finds a checkout's own pages in Development only.
        builder.WebHost.UseStaticWebAssets();
        builder.AddServiceBot(configFolder).Services.AddBotWorkers().AddSelfService();
        ProtectionKeys.AddTo(builder.Services);
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSimulator(builder.Configuration, configFolder);
        }

        builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("ServiceBot")).WithMetrics(metrics => metrics
            .AddMeter(BotMetrics.MeterName, "ServiceBot.*")
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter());

        var app = builder.Build();

        // Before anything is mapped: the pages' services look at settings, and the faults of all sections are told at once.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.UseFrontDoor();
        app.UseExceptionHandler(failed => failed.Run(context =>
        {
            // No exception text leaves the program; the log has it.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        }));
        app.UsePageFiles();
        app.UseVisitors();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint();
        app.MapChannels();
        app.MapSelfService();
        if (app.Environment.IsDevelopment())
        {
            app.MapSimulator();
        }

        return app;
    }

    /// <summary>What the server and the commands share.</summary>
    public static TBuilder AddServiceBot<TBuilder>(this TBuilder builder, string configFolder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddKnowledge(builder.Configuration).AnchorDataDirectory(configFolder);
        builder.Services.AddUnderstanding(builder.Configuration);
        builder.Services.AddBot(builder.Configuration, configFolder);
        builder.Services.AddChannels(builder.Configuration);
        return builder;
    }

    /// <summary>The published program's pages are beside it; in a checkout the framework finds them by itself.</summary>
    private static string? WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return Directory.Exists(published) ? published : null;
    }
}

using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Commands;

/// <summary>The program without its web server, for commands; logs go to standard error.</summary>
internal static class CommandHost
{
    /// <summary>Builds, prepares and starts the host, runs the work, and stops.</summary>
    /// <param name="loadSample">In Development, load the sample county into an empty store first.</param>
    /// <param name="configure">More registrations.</param>
    /// <param name="work">What to do; its result is the exit code.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<int> RunAsync(
        bool loadSample,
        Action<IServiceCollection> configure,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken)
    {
        var configFolder = ConfigFolder.Find();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = HostingEnvironment.Name });
        builder.Configuration.UseConfigFolder(configFolder, builder.Environment.EnvironmentName);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddServiceBot(configFolder);
        configure(builder.Services);

        using var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        var preparation = new Preparation(host.Services, configFolder, CommandConsole.Error);
        await preparation.RunAsync(loadSample && builder.Environment.IsDevelopment(), cancellationToken);
        await host.StartAsync(cancellationToken);
        var exitCode = await work(host.Services, cancellationToken);
        await host.StopAsync(CancellationToken.None);
        return exitCode;
    }
}

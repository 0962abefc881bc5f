using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceBot.Benchmarks.Setting;
using ServiceBot.Bot.Hosting;
using Spectre.Console;

namespace ServiceBot.Benchmarks.Hops;

/// <summary>The program's own services in this process, on a prepared data directory, in secure mode.</summary>
internal sealed class HopScene : IAsyncDisposable
{
    private readonly PreparedData _data;
    private readonly IHost _host;

    private static readonly Lazy<Task<HopScene>> Started = new(StartAsync);

    private HopScene(PreparedData data, IHost host) => (_data, _host) = (data, host);

    /// <summary>The one of this process: preparing takes longer than measuring a hop.</summary>
    public static Task<HopScene> Shared => Started.Value;

    /// <summary>A retailer with a bound conversation.</summary>
    public BoundRetailer Retailer => _data.Retailers[0];

    /// <summary>Another one.</summary>
    public BoundRetailer Other => _data.Retailers[1];

    /// <summary>One of the program's services.</summary>
    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _data.Dispose();
    }

    /// <summary>Prepares the data and starts the services that keep the knowledge up to date.</summary>
    private static async Task<HopScene> StartAsync()
    {
        var data = await PreparedData.CreateAsync(new Storage(null, null), CancellationToken.None);
        var builder = Host.CreateApplicationBuilder();
        var configFolder = ConfigFolder.Find();
        builder.Configuration.UseConfigFolder(configFolder, "Production");
        var settings = data.Storage.Environment(data.Copy()).Concat(CallbackAccount.Environment(secure: true));
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));
        builder.Logging.ClearProviders();
        builder.AddServiceBot(configFolder);
        var host = builder.Build();
        await new Preparation(host.Services, configFolder, AnsiConsole.Console).RunAsync(loadSample: false, CancellationToken.None);
        await host.StartAsync();
        return new HopScene(data, host);
    }
}

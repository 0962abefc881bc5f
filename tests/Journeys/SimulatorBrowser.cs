using Microsoft.Playwright;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>The program with the sample county, and a browser that opens its simulator. Started at first use.</summary>
public sealed class SimulatorBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private BotProcess? _bot;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens the simulator; skips the calling test when there is no Chromium.</summary>
    /// <param name="who">A licence number, or <c>stranger</c>.</param>
    /// <param name="width">The window's width in CSS pixels.</param>
    /// <param name="height">The window's height in CSS pixels.</param>
    internal async Task<SimulatorPhone> OpenAsync(string who, int width = 1440, int height = 900)
    {
        var chromium = TestEnvironment.RequireProgram("chromium");
        await StartAsync(chromium);
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        return await SimulatorPhone.OpenAsync(page, _client, _bot!.Address, who);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        _client.Dispose();
        _folder.Dispose();
    }

    private async Task StartAsync(string chromium)
    {
        if (_browser is not null)
        {
            return;
        }

        TrainedModels.Restore(_folder.Path);
        _bot = new BotProcess(_folder.Path);
        await _bot.StartAsync(_client, TestContext.Current.CancellationToken);
        TrainedModels.Keep(_folder.Path);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }
}

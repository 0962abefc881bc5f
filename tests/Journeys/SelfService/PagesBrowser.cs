using Microsoft.Playwright;
using ServiceBot.Bot.Tests.SelfService;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.SelfService;

/// <summary>The self-service pages with the sample county, and a browser. Started at first use.</summary>
public sealed class PagesBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--lang=zh-CN"];

    private PagesHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a page; skips the calling test when there is no Chromium.</summary>
    /// <param name="path">Its address.</param>
    /// <param name="license">Who is signed in; null for a stranger.</param>
    /// <param name="width">The window's width in CSS pixels.</param>
    /// <param name="height">The window's height in CSS pixels.</param>
    /// <param name="javaScript">False for a browser that runs no script.</param>
    internal async Task<IPage> OpenAsync(string path, string? license, int width, int height, bool javaScript = true)
    {
        var chromium = TestEnvironment.RequireProgram("chromium");
        await StartAsync(chromium);
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _host!.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
            JavaScriptEnabled = javaScript,
        });
        if (license is not null)
        {
            await context.AddCookiesAsync([new() { Name = CookieVisitor.Cookie, Value = license, Url = _host.Address.ToString() }]);
        }

        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private async Task StartAsync(string chromium)
    {
        if (_browser is not null)
        {
            return;
        }

        _host = new PagesHost();
        await _host.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }
}

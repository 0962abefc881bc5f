using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>The chat page in Chromium, of a server that speaks Direct Line. Both are started at first use.</summary>
public sealed class ChatBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The server that the pages are of.</summary>
    public ChatServer Server { get; } = new();

    /// <summary>Opens the chat of a retailer who is signed in; skips the calling test when there is no Chromium.</summary>
    internal async Task<ChatPhone> OpenAsync(string license, int width = 390, int height = 844)
    {
        var chromium = TestEnvironment.RequireProgram("chromium");
        await StartAsync(chromium);
        if (Server.Services.GetService<IChatTokens>() is null)
        {
            TestEnvironment.SkipOrFail("The Direct Line channel is not in this build.");
        }

        var visitor = await ChatVisitor.SignInAsync(Server, license);
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN" });
        await context.AddCookiesAsync([new() { Name = "test-visitor", Value = visitor.Cookie, Url = Server.Address.AbsoluteUri }]);
        return await ChatPhone.OpenAsync(await context.NewPageAsync(), Server.Address, visitor);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Server.DisposeAsync();
    }

    private async Task StartAsync(string chromium)
    {
        if (_browser is not null)
        {
            return;
        }

        await Server.StartAsync((ChatServer.DirectLineSecret, "a-secret-of-the-journeys-and-no-other"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }
}

using System.Text.Json;
using Microsoft.Playwright;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>
/// The unmodified Web Chat in a real browser, on a site of its own: asks, picks, loses the server to a kill, comes back, and
/// has missed nothing and seen nothing twice.
/// </summary>
public sealed class WebChatJourney
{
    private const string Secret = "journey-secret-of-more-than-thirty-two-characters";
    private const string DemoRetailer = "330106100123";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chat_that_loses_its_server_misses_nothing_and_shows_nothing_twice()
    {
        var chromium = TestEnvironment.RequireProgram("chromium");
        await using var site = await ShopSite.StartAsync(await WebChatBundle.ReadAsync(Cancel), Cancel);
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var bot = new BotProcess(folder.Path, new Dictionary<string, string>
        {
            ["Channels__DirectLine__Secret"] = Secret,
            ["Channels__DirectLine__AllowedOrigins__0"] = site.Origin,
        });
        TrainedModels.Restore(folder.Path);
        await bot.StartAsync(client, Cancel);
        TrainedModels.Keep(folder.Path);
        var server = new DirectLineServer(client, bot.Address, Secret);
        var (conversation, token) = await server.GenerateAsync("shopper");
        await BindAsync(client, bot, server, conversation);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 420, Height = 760 } });
        await page.GotoAsync(site.PageFor(bot.Address, token));
        await SeesAsync(page, "绑定成功");

        await SayAsync(page, "中华限量多少");
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "中华(软)" }).ClickAsync();
        await SeesAsync(page, "还可订 3 条");

        await bot.KillAsync();
        await bot.StartAsync(client, Cancel);
        await server.SayAsync(conversation, "余额够不够扣");
        await SeesAsync(page, "账户余额");
        await SayAsync(page, "我的订货日是哪天");
        await SeesAsync(page, "订货日");

        await ShowsTheLogOnceAsync(page, client, bot, token, conversation);
        Assert.Contains(await MessagesAsync(page), message => message.Text == "中华(软)" && message.Role == "user");
        Assert.DoesNotContain(await MessagesAsync(page), message => message.State is "sending" or "send failed");
    }

    /// <summary>What the page shows is what the log holds: each message once, in order.</summary>
    private static async Task ShowsTheLogOnceAsync(IPage page, HttpClient client, BotProcess bot, string token, string conversation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Address, $"/v3/directline/conversations/{conversation}/activities"));
        request.Headers.Authorization = new("Bearer", token);
        using var response = await client.SendAsync(request, Cancel);
        var log = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancel));
        var ids = log.GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("id").GetString());

        Assert.Equal(ids, (await MessagesAsync(page)).Select(message => message.Id));
        await Assertions.Expect(page.Locator(".webchat__bubble__content").GetByText("账户余额")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".webchat__bubble__content").GetByText("还可订 3 条")).ToHaveCountAsync(1);
    }

    private static async Task BindAsync(HttpClient client, BotProcess bot, DirectLineServer server, string conversation)
    {
        await server.AskAsync(conversation, "绑定");
        await server.AskAsync(conversation, DemoRetailer);
        await server.AskAsync(conversation, await SimulatedSms.CodeAsync(client, bot.Address, Cancel));
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("[data-id='webchat-sendbox-input']").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits until the bot's words are on the page; coming back may take the client a quarter of a minute.</summary>
    private static async Task SeesAsync(IPage page, string words) =>
        await page.WaitForFunctionAsync(
            "words => messages().some(message => message.role === 'bot' && message.text.includes(words))",
            words, new() { Timeout = 60_000 });

    private static async Task<IReadOnlyList<ShownMessage>> MessagesAsync(IPage page) =>
        JsonSerializer.Deserialize<List<ShownMessage>>(
            await page.EvaluateAsync<string>("JSON.stringify(messages())"), JsonSerializerOptions.Web)!;

    private sealed record ShownMessage(string? Id, string Text, string Role, string State);
}

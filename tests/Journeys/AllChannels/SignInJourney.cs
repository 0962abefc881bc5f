using System.Text.Json;
using Microsoft.Playwright;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>A retailer's first visit in real Chromium, on a phone's screen: from the welcome to the figures and out again.</summary>
public sealed class SignInJourney
{
    private const string RunAxe = """
        async () => (await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
            .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html} ${node.failureSummary}`))
        """;

    private static readonly string[] Arguments =
        ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--lang=zh-CN"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retailer_signs_in_with_licence_and_code_and_sees_the_shops_figures()
    {
        var chromium = TestEnvironment.RequireProgram("chromium");
        var axe = (await NodeScript.RunAsync("axe-core.cjs", new { }, Cancel)).GetString()!;
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        TrainedModels.Restore(folder.Path);
        await using var bot = new BotProcess(folder.Path);
        await bot.StartAsync(client, Cancel);
        TrainedModels.Keep(folder.Path);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
        var page = await browser.NewPageAsync(new() { BaseURL = bot.Address.ToString(), ViewportSize = new() { Width = 390, Height = 844 }, Locale = "zh-CN" });

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "登录" }).First.ClickAsync();
        await PassesAsync(page, axe, "/sign-in");
        await page.GetByLabel("许可证号").FillAsync(TwentyQuestions.License);
        await page.GetByRole(AriaRole.Button, new() { Name = "获取验证码" }).ClickAsync();
        await PassesAsync(page, axe, "/sign-in/code");
        await page.GetByLabel("短信里的6位验证码").FillAsync(await SimulatedSms.CodeAsync(client, bot.Address, Cancel));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

        await PassesAsync(page, axe, "/");
        var home = await page.Locator("main").InnerTextAsync();
        Assert.Contains("解放路惠民便利店", home, StringComparison.Ordinal);
        Assert.Matches(@"还可订\s*[0-9]+\s*条", home);
        Assert.Matches(@"余额\s*11,407\.92\s*元", home);
        foreach (var path in (string[])["/limits", "/complaints", "/chat", "/sign-out"])
        {
            await page.GotoAsync(path);
            await PassesAsync(page, axe, path);
        }

        await page.GotoAsync("/chat");
        await page.Locator("#chat-words").FillAsync("中华限量多少");
        await page.Locator("#chat-words").PressAsync("Enter");
        await page.Locator("#chat-choices button").First.WaitForAsync();
        await PassesAsync(page, axe, "/chat");

        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出本机" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("您已退出登录。");
        await page.GotoAsync("/limits");
        Assert.EndsWith("/sign-in?returnTo=%2Flimits", page.Url, StringComparison.Ordinal);
    }

    /// <summary>The page is the one that is expected, fits the screen, and axe-core finds no fault in it; keeps a picture in <c>artifacts</c>.</summary>
    private static async Task PassesAsync(IPage page, string axe, string path)
    {
        Assert.Equal(path, new Uri(page.Url).AbsolutePath);
        var name = path == "/" ? "home" : path[1..].Replace('/', '-');
        await page.ScreenshotAsync(new() { Path = Path.Combine(TestEnvironment.Root, "artifacts", $"journey-{name}-390.png"), FullPage = true });
        await page.EvaluateAsync(axe);
        Assert.Empty((await page.EvaluateAsync<JsonElement>(RunAxe)).EnumerateArray().Select(fault => $"{path}: {fault}"));
        Assert.Equal(390, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, innerWidth)"));
    }
}

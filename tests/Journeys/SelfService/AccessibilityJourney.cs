using System.Text.Json;
using Microsoft.Playwright;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.SelfService;

/// <summary>The pages as people with poor eyes, big fingers or a screen reader meet them: axe-core in real Chromium.</summary>
public sealed class AccessibilityJourney(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private const string Demo = "330106100123";
    private const string Short = "330106100045";
    private const string Closed = "330106100088";

    private const string RunAxe = """
        async () => (await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
            .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html} ${node.failureSummary}`))
        """;

    private const string SmallTargets = """
        () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
            .filter(element => !element.classList.contains('skip') && element.getClientRects().length > 0)
            .filter(element => element.getBoundingClientRect().height < 47.5)
            .map(element => element.outerHTML.slice(0, 120))
        """;

    private static readonly (int Width, int TextPercent)[] Screens = [(390, 100), (1280, 100), (390, 200), (360, 200)];

    /// <summary>Every page, and who looks at it.</summary>
    public static TheoryData<string, string?> Pages => new()
    {
        { "/", null },
        { "/", Demo },
        { "/", Short },
        { "/", Closed },
        { "/limits", Demo },
        { "/limits?q=zhonghua", Demo },
        { "/limits?q=%E6%B2%A1%E6%9C%89", Demo },
        { "/limits", Closed },
        { "/complaints", Demo },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_passesWcag22AA_onPhoneAndDesktopAndWithLargeText(string path, string? license)
    {
        var axe = (await NodeScript.RunAsync("axe-core.cjs", new { }, TestContext.Current.CancellationToken)).GetString()!;
        foreach (var (width, textPercent) in Screens)
        {
            var page = await browser.OpenAsync(path, license, width, 844);
            await EnlargeAsync(page, textPercent);
            await page.EvaluateAsync(axe);

            Assert.Empty((await page.EvaluateAsync<JsonElement>(RunAxe)).EnumerateArray().Select(fault => fault.GetString()));
            Assert.Empty(await page.EvaluateAsync<string[]>(SmallTargets));
            Assert.Equal(width, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, innerWidth)"));
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Larger text as a browser's setting makes it: the root size grows, and all that is in rem with it.</summary>
    private static async Task EnlargeAsync(IPage page, int percent) =>
        await page.EvaluateAsync("percent => { document.documentElement.style.fontSize = `${1.125 * percent}%`; }", percent);
}

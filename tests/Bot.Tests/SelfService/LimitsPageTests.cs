using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Bot.SelfService.Limits;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>All limits: search, filter and pages by plain addresses.</summary>
[Collection(nameof(PagesHost))]
public sealed partial class LimitsPageTests(PagesHost host)
{
    private const string Demo = "330106100123";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryFigureOnEveryPage_isWhatTheTablesSay_andWhatIsOrderableComesFirst()
    {
        using var browser = host.Open(Demo);
        var plan = await PlanAsync();
        var lines = new List<(string Name, string Words)>();
        for (var page = 1; page <= (plan.Products.Count + LimitsReader.PageLines - 1) / LimitsReader.PageLines; page++)
        {
            lines.AddRange(LinesOf(await browser.ReadAsync($"/limits?p={page}")));
        }

        Assert.Equal(plan.Products.Select(one => one.Product.Name), lines.Select(line => line.Name));
        Assert.All(plan.Products.Zip(lines), pair => Assert.Contains(Expected(pair.First), pair.Second.Words));
    }

    [Theory]
    [InlineData("软中华", "中华(软)")]
    [InlineData("rzh", "中华(软)")]
    [InlineData("ruanzhonghua", "中华(软)")]
    [InlineData("中华(软)", "中华(软)")]
    [InlineData("炫赫门", "南京(炫赫门)")]
    public async Task Search_findsByNameNicknameAndPinyin(string text, string product)
    {
        using var browser = host.Open(Demo);

        var lines = LinesOf(await browser.ReadAsync($"/limits?q={Uri.EscapeDataString(text)}"));

        Assert.Equal(product, Assert.Single(lines).Name);
    }

    [Fact]
    public async Task Search_forAPartOfNames_findsAll()
    {
        using var browser = host.Open(Demo);

        var lines = LinesOf(await browser.ReadAsync($"/limits?q={Uri.EscapeDataString("细支")}"));

        Assert.True(lines.Count > 10);
        Assert.All(lines, line => Assert.Contains("细支", line.Name));
    }

    [Fact]
    public async Task Filter_showsOnePriceClass_alsoOverPages()
    {
        using var browser = host.Open(Demo);
        var expected = (await PlanAsync()).Products.Count(one => one.Product.PriceClass == "二档");

        var html = await browser.ReadAsync($"/limits?class={Uri.EscapeDataString("二档")}");

        Assert.Contains($"找到 {expected} 个品规", PageVisitor.Words(html));
        Assert.All(LinesOf(html), line => Assert.Contains("二档", line.Words));
    }

    [Fact]
    public async Task SearchWithFilter_needsBoth()
    {
        using var browser = host.Open(Demo);

        var lines = LinesOf(await browser.ReadAsync($"/limits?q=zhonghua&class={Uri.EscapeDataString("三档")}"));

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains("中华", line.Name));
        Assert.All(lines, line => Assert.Contains("三档", line.Words));
    }

    [Theory]
    [InlineData("?p=0", "第 1 页")]
    [InlineData("?p=-3", "第 1 页")]
    [InlineData("?p=abc", "第 1 页")]
    [InlineData("?p=99999999999999", "第 1 页")]
    [InlineData("?p=99", "第 7 页，共 7 页")]
    [InlineData("?class=%3Cscript%3E", "没有找到")]
    [InlineData("?q=%3Cscript%3Ealert(1)%3C/script%3E", "没有找到")]
    [InlineData("?q=%00%01&class=&p=", "没有找到")]
    public async Task OddAddress_isAnsweredByTheNearestPage_andNothingOfItRuns(string query, string words)
    {
        using var browser = host.Open(Demo);

        var html = await browser.ReadAsync($"/limits{query}");

        Assert.Contains(words, PageVisitor.Words(html));
        Assert.DoesNotContain("<script>", html);
    }

    [Theory]
    [InlineData("license")]
    [InlineData("License")]
    [InlineData("retailer")]
    [InlineData("visitor")]
    [InlineData("test-visitor")]
    [InlineData("id")]
    public async Task AnotherLicenceInTheAddress_changesNothing(string name)
    {
        using var browser = host.Open(Demo);

        Assert.Equal(
            LinesOf(await browser.ReadAsync("/limits")), LinesOf(await browser.ReadAsync($"/limits?{name}=330106100045")));
        Assert.Contains("解放路惠民便利店", await browser.WordsAsync($"/?{name}=330106100045"));
    }

    [Fact]
    public async Task ClosedShop_hasNoFigure_andSaysWhy()
    {
        using var browser = host.Open("330106100088");

        var html = await browser.ReadAsync("/limits");

        Assert.Contains("停业状态，不能订货", PageVisitor.Words(html));
        Assert.Empty(LinesOf(html));
        Assert.DoesNotContain("截至", PageVisitor.Words(html));
    }

    [Fact]
    public async Task PlanThatIsOver_givesNoFigure_andSaysSo()
    {
        var later = new FakeTimeProvider(host.Time.GetUtcNow().AddDays(60));
        var reader = ActivatorUtilities.CreateInstance<LimitsReader>(host.Services, later);

        var limits = await reader.ReadAsync(LicenseNumber.Parse(Demo), LimitsQuery.All, LimitsReader.PageLines, Stop);

        Assert.Contains("已经结束", Assert.IsType<LimitsView.Said>(limits).Words);
    }

    private async Task<PlanAnswer.Planned> PlanAsync() => Assert.IsType<PlanAnswer.Planned>(
        await host.Services.GetRequiredService<KnowledgeBase>()
            .PlanAsync(LicenseNumber.Parse(Demo), host.Time.GetUtcNow(), Stop));

    private static string Expected(PlannedProduct planned) => planned switch
    {
        { Position: null } => "本期不投放",
        { Standing: PlanStanding.Orderable, Position: { } position } => $"还可订 {position.Remaining} 条",
        { Standing: PlanStanding.UsedUp, Position: { } position } => $"已订完 {position.Remaining} 条",
        _ => "限量 0 条",
    };

    private static List<(string Name, string Words)> LinesOf(string html) =>
    [
        .. Line().Matches(html)
            .Select(match => PageVisitor.Words(match.Value).Trim())
            .Select(words => (words[..words.IndexOf(' ', StringComparison.Ordinal)], words)),
    ];

    [GeneratedRegex("<li[^>]*>\\s*<p class=\"what\">.*?</li>", RegexOptions.Singleline)]
    private static partial Regex Line();
}

using System.Net;
using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>One county for all page tests; they run one after another.</summary>
[CollectionDefinition(nameof(PagesHost))]
public sealed class CountyPages : ICollectionFixture<PagesHost>;

/// <summary>The home screen, read as a browser without JavaScript gets it.</summary>
[Collection(nameof(PagesHost))]
public sealed partial class HomePageTests(PagesHost host)
{
    private const string Demo = "330106100123";
    private const string Short = "330106100045";
    private const string Closed = "330106100088";

    [Fact]
    public async Task Home_saysAtOnceLimitsAccountBrandsArrivalsNoticesAndPeople()
    {
        using var browser = host.Open(Demo);

        var words = await browser.WordsAsync("/");

        Assert.Contains("解放路惠民便利店", words);
        Assert.Contains("够扣。11月25日 ", words);
        Assert.Contains("11,407.92", words);
        Assert.Contains("还可订", words);
        Assert.Contains("本期 11月23日至11月29日", words);
        Assert.Contains("限量截至 ", words);
        Assert.Contains("云烟(细支筋斗云)", words);
        Assert.Contains("11月26日(周四)", words);
        Assert.Contains("年末档位评定安排", words);
        Assert.Contains("贺小晓", words);
        Assert.Contains("方辉", words);
        Assert.Contains("尹红建", words);
        Assert.Contains("12313", words);
    }

    [Fact]
    public async Task ShortAccount_isSaidFirst_withSumTimeAndPlace()
    {
        using var browser = host.Open(Short);

        var words = await browser.WordsAsync("/");

        Assert.Matches("还差 386\\.50 元，请在 11月25日 09:00 前存入 存到农商银行尾号 3573 的卡里", words);
        Assert.True(words.IndexOf("还差", StringComparison.Ordinal) < words.IndexOf("本期限量", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClosedShop_seesAccountAndPeople_butNoLimitAndNoOrderDay()
    {
        using var browser = host.Open(Closed);

        var words = await browser.WordsAsync("/");

        Assert.Contains("停业状态，不能订货", words);
        Assert.Contains("段福", words);
        Assert.DoesNotContain("下次订货", words);
        Assert.DoesNotContain("还可订", words);
    }

    [Fact]
    public async Task LicenceThatIsNotInTheTables_getsNoFigureAndWhomToCall()
    {
        using var browser = host.Open("999999999999");

        var words = await browser.WordsAsync("/");

        Assert.Contains("不在零售户名单里", words);
        Assert.Contains("12313", words);
        Assert.DoesNotContain("截至", words);
        Assert.Contains("不在零售户名单里", await browser.WordsAsync("/limits"));
    }

    [Fact]
    public async Task NewBrands_areThoseOfTheTier_withPicturesThatWaitUntilTheyAreSeen()
    {
        using var demo = host.Open(Demo);
        using var small = host.Open(Short);

        var html = await demo.ReadAsync("/");

        Assert.Contains("中华(全开式)", html);
        Assert.DoesNotContain("中华(全开式)", await small.ReadAsync("/"));
        Assert.All(
            Pictures().Matches(html),
            picture => Assert.Matches("src=\"/pictures/[^\"]+\" width=\"360\" height=\"200\" loading=\"lazy\".* alt=\".+\"", picture.Value));
        Assert.Equal(7, Pictures().Count(html));
    }

    [Fact]
    public async Task People_areCalledByATap()
    {
        using var browser = host.Open(Demo);

        var html = await browser.ReadAsync("/");

        foreach (var number in (string[])["13800003001", "13800003101", "13800003201", "057180000100"])
        {
            Assert.Contains($"href=\"tel:{number}\"", html);
        }
    }

    [Fact]
    public async Task Pages_haveNoInlineScriptOrStyle()
    {
        using var browser = host.Open(Demo);
        foreach (var path in (string[])["/", "/limits", "/complaints"])
        {
            Assert.DoesNotMatch("<style|<script(?![^>]* src=)| style=| on[a-z]+=", await browser.ReadAsync(path));
        }
    }

    [Fact]
    public async Task Stranger_getsAWelcomeWithoutAnyProductOrFigure()
    {
        using var browser = host.Open(license: null);

        var html = await browser.ReadAsync("/");

        var words = PageVisitor.Words(html);
        Assert.Contains("""href="/sign-in" """.Trim(), html);
        Assert.Contains("12313", words);
        foreach (var word in (string[])["条", "余额 ", "截至", "中华", "新品", "利群", "元"])
        {
            Assert.DoesNotContain(word, words);
        }
    }

    [Theory]
    [InlineData("/limits")]
    [InlineData("/complaints")]
    [InlineData("/complaints/photos/20261124-00000000000000000000000000000000")]
    public async Task Stranger_isSentToSignIn(string path)
    {
        using var browser = host.Open(license: null);

        using var response = await browser.GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [GeneratedRegex("<img [^>]*>")]
    private static partial Regex Pictures();
}

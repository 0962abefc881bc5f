using System.Net;
using System.Text;
using ServiceBot.Bot.SelfService;
using ServiceBot.Bot.SelfService.SignIn;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>What keeps others out of the pages, whatever the store.</summary>
public sealed class KeepingOutTests
{
    [Fact]
    public async Task Page_carries_every_header()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();

        var headers = (await browser.GetAsync("/sign-in")).Response.Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;", policy, StringComparison.Ordinal);
        Assert.Contains($"connect-src 'self' ws://{bot.Address.Authority};", policy, StringComparison.Ordinal);
        Assert.EndsWith("form-action 'self'; frame-ancestors 'none'; base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Page_has_nothing_inline_that_the_policy_forbids()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open("MicroMessenger");
        browser.Cookies["app-tried"] = "1";

        var first = (await browser.GetAsync("/sign-in")).Body;
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        var second = (await browser.GetAsync("/sign-in/code")).Body;

        Assert.All([first, second], page => Assert.DoesNotMatch("<script|<style|style=|\\son[a-z]+=\"|javascript:", page));
        Assert.Contains("inputmode=\"numeric\"", first, StringComparison.Ordinal);
        Assert.Contains("用微信直接登录", first, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"one-time-code\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("/simulator", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_cookies_are_secure_and_of_this_host_only()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        await browser.GetAsync("/sign-in");

        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Address, "/sign-in/wechat"));
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Host", "shop.example");
        request.Headers.Add("User-Agent", "MicroMessenger");
        var seen = await browser.SendAsync(request);

        Assert.Equal(2, seen.SetCookies.Count);
        Assert.All(seen.SetCookies, cookie => Assert.Matches("^__Host-[a-z-]+=[^;]+; max-age=[0-9]+; path=/; secure; samesite=lax; httponly$", cookie));
        Assert.Contains("max-age=31536000", Assert.Single(seen.Response.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.Contains("redirect_uri=https%3A%2F%2Fshop.example%2Fsign-in%2Fwechat%2Fback", seen.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_without_its_token_is_400_in_words_and_does_nothing()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        await browser.GetAsync("/sign-in");

        var seen = await browser.PostWithoutTokenAsync("/sign-in", ("license", SelfServiceServer.Shop));

        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.Contains("刷新后再试一次", seen.Body, StringComparison.Ordinal);
        Assert.Null(bot.CodeTo(SelfServiceServer.ShopPhone));
    }

    [Fact]
    public async Task Sign_out_without_its_token_leaves_the_visitor_signed_in()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        await browser.SignInAsync(bot);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostWithoutTokenAsync("/sign-out?handler=everywhere")).Status);
        Assert.Equal(SelfServiceServer.Shop, (await browser.GetAsync("/whoami")).Body);
    }

    [Fact]
    public async Task Token_of_another_browser_is_400()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        using var other = bot.Open();
        await browser.GetAsync("/sign-in");
        await other.GetAsync("/sign-in");
        browser.Cookies["form"] = other.Cookies["form"];

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-in", ("license", SelfServiceServer.Shop))).Status);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/code")]
    public async Task Form_over_its_limit_is_413_in_words(string path)
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);

        var seen = await browser.PostAsync(path, ("license", new string('1', 17 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, seen.Status);
        Assert.Contains("太大了", seen.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("/sign-out")]
    [InlineData("~/x")]
    [InlineData("/限量")]
    [InlineData("/limits?q=\u00e9")]
    public async Task Return_address_elsewhere_leads_home(string returnTo)
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        var query = $"?returnTo={Uri.EscapeDataString(returnTo)}";

        Assert.Equal("/sign-in/code", (await browser.TypeLicenseAsync(SelfServiceServer.Shop, query)).Location);
        Assert.Equal("/", (await browser.TypeCodeAsync(bot.CodeTo(SelfServiceServer.ShopPhone)!, query)).Location);
        Assert.Equal("/", (await browser.GetAsync($"/sign-in{query}")).Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("33010610012")]
    [InlineData("3301061001234")]
    [InlineData("33010610012x")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("' OR 1=1 --")]
    public async Task Licence_of_another_shape_is_told_beside_the_field_and_shown_as_typed(string typed)
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();

        var seen = await browser.TypeLicenseAsync(typed);

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("aria-invalid=\"true\"", seen.Body, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\">许可证号是12位数字", seen.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", seen.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_forms_of_one_address_are_limited_and_another_is_not()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        await browser.GetAsync("/sign-in");
        for (var time = 0; time < SelfServiceRates.MostSignInPosts; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/sign-in", ("license", "1"))).Status);
        }

        var seen = await browser.PostAsync("/sign-in", ("license", "1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, seen.Status);
        Assert.InRange(int.Parse(Assert.Single(seen.Response.Headers.GetValues("Retry-After")), null), 1, 60);
        Assert.Contains("请等一分钟再试", seen.Body, StringComparison.Ordinal);
        using var other = bot.Open();
        Assert.Equal(HttpStatusCode.OK, (await other.TypeLicenseAsync("1")).Status);
    }

    [Fact]
    public async Task Pages_of_one_visitor_are_limited()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        await browser.SignInAsync(bot);
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time <= SelfServiceRates.MostPagesOfVisitor; time++)
        {
            statuses.Add((await browser.GetAsync("/sign-out")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task Address_is_believed_of_a_known_proxy_only()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync(("SelfService:KnownProxies:0", "192.0.2.0/24"));
        using var one = bot.Open();
        using var two = bot.Open();
        await one.GetAsync("/sign-in");
        for (var time = 0; time < SelfServiceRates.MostSignInPosts; time++)
        {
            await one.PostAsync("/sign-in", ("license", "1"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await two.TypeLicenseAsync("1")).Status);
    }

    [Fact]
    public async Task Failure_is_told_in_words_without_its_own()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();

        var seen = await browser.GetAsync("/fails");

        Assert.Equal(HttpStatusCode.InternalServerError, seen.Status);
        Assert.Contains("是我们这边的问题", seen.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", seen.Body, StringComparison.Ordinal);
        Assert.True(seen.Response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Page_that_is_not_there_is_404_in_words_and_the_error_page_itself_is_not_there()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();

        var nowhere = await browser.GetAsync("/nowhere");
        var error = await browser.GetAsync("/error");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (nowhere.Status, error.Status));
        Assert.Contains("没有这个页面", nowhere.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callbacks_keep_their_empty_bodies()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        var failed = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "/channels/fails")) { Content = content });
        var nowhere = await browser.GetAsync("/channels/nowhere");

        Assert.Equal((HttpStatusCode.InternalServerError, ""), (failed.Status, failed.Body));
        Assert.Equal((HttpStatusCode.NotFound, ""), (nowhere.Status, nowhere.Body));
    }

    [Fact]
    public async Task Script_without_a_session_is_told_401()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Address, "/whoami"));
        request.Headers.Add("Accept", "application/json");

        using var http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task WeChat_way_back_that_this_browser_did_not_begin_signs_nobody_in()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        await bot.BindWeChatAsync("oAttacker", license: SelfServiceServer.OtherShop);
        using var attacker = bot.Open("MicroMessenger");
        using var victim = bot.Open("MicroMessenger");
        var begun = await attacker.GetAsync("/sign-in/wechat");
        var way = $"/sign-in/wechat/back?code=code-oAttacker&state={StateOf(begun)}";

        var withoutAny = await victim.GetAsync(way);
        await victim.GetAsync("/sign-in/wechat");
        var withAnother = await victim.GetAsync(way);

        Assert.All([withoutAny, withAnother], seen => Assert.Equal("/sign-in?why=unbound", seen.Location));
        Assert.False(victim.Cookies.ContainsKey("session"));
    }

    [Fact]
    public async Task WeChat_state_is_good_once()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        await bot.BindWeChatAsync("oOnce");
        using var browser = bot.Open("MicroMessenger");
        var begun = await browser.GetAsync("/sign-in/wechat");
        var way = $"/sign-in/wechat/back?code=code-oOnce&state={StateOf(begun)}";
        await browser.GetAsync(way);
        Assert.True(browser.Cookies.Remove("session"));

        Assert.Equal("/sign-in?why=unbound", (await browser.GetAsync(way)).Location);
    }

    [Fact]
    public async Task WeChat_stranger_is_shown_the_form_and_not_sent_round_again()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open("MicroMessenger");
        var begun = await browser.GetAsync("/sign-in/wechat?returnTo=%2Fwhoami");

        var back = await browser.GetAsync($"/sign-in/wechat/back?code=code-oStranger&state={StateOf(begun)}");

        Assert.Equal("/sign-in?why=unbound&returnTo=%2Fwhoami", back.Location);
        Assert.Contains("还没有绑定零售户", (await browser.GetAsync(back.Location!)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task WeChat_visitor_who_signed_out_stays_signed_out()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open("MicroMessenger");
        browser.Cookies["app-tried"] = "1";
        await browser.SignInAsync(bot);
        browser.Cookies.Remove("app-tried");
        await browser.GetAsync("/sign-out");
        await browser.PostAsync("/sign-out");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task Ordinary_browser_is_never_sent_to_WeChat()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync();
        using var browser = bot.Open();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);
        Assert.Equal("/sign-in", (await browser.GetAsync("/sign-in/wechat")).Location);
    }

    [Fact]
    public async Task Without_an_SMS_account_signing_in_says_that_it_cannot()
    {
        await using var bot = await SelfServiceServer.OnSqliteAsync(("Test:WithoutSms", "true"));
        using var browser = bot.Open();

        Assert.Contains("现在发不了验证码", (await browser.TypeLicenseAsync(SelfServiceServer.Shop)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Known_proxies_that_cannot_be_read_are_named_each()
    {
        var result = new SelfServiceOptionsRules().Validate(null, new SelfServiceOptions { KnownProxies = ["10.0.0.1", "proxy.local", "10.0.0.0/99"] });

        Assert.Equal(
            ["SelfService:KnownProxies:1 is proxy.local.", "SelfService:KnownProxies:2 is 10.0.0.0/99."],
            result.Failures!.Select(fault => fault[..(fault.IndexOf(". Write", StringComparison.Ordinal) + 1)]));
    }

    [Theory]
    [InlineData("/a?b=c#d", "/a?b=c#d")]
    [InlineData("/", "/")]
    [InlineData("/sign-in/code", "/")]
    [InlineData(null, "/")]
    public void Local_addresses_are_kept(string? typed, string kept) => Assert.Equal(kept, SignInPaths.Local(typed));

    private static string StateOf(Seen begun) =>
        begun.Location![(begun.Location!.IndexOf("state=", StringComparison.Ordinal) + 6)..];
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.SelfService.Chat;
using ServiceBot.Bot.SelfService.SignIn;
using ServiceBot.Bot.Store;
using ServiceBot.Fixtures;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>Signing in, the same on every store.</summary>
public abstract partial class SignInSuite
{
    private protected abstract Task<SelfServiceServer> StartAsync();

    [Fact]
    public async Task Licence_and_code_sign_in_and_lead_back_to_the_page()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();

        var refused = await browser.GetAsync("/whoami?a=1");
        var typed = await browser.TypeLicenseAsync("3301 0610 0123", "?returnTo=%2Fwhoami%3Fa%3D1");
        var done = await browser.TypeCodeAsync(bot.CodeTo(SelfServiceServer.ShopPhone)!, "?returnTo=%2Fwhoami%3Fa%3D1");

        Assert.Equal("/sign-in?returnTo=%2Fwhoami%3Fa%3D1", refused.Location);
        Assert.Equal("/sign-in/code?returnTo=%2Fwhoami%3Fa%3D1", typed.Location);
        Assert.Equal("/whoami?a=1", done.Location);
        Assert.Equal(SelfServiceServer.Shop, (await browser.GetAsync("/whoami")).Body);
    }

    [Fact]
    public async Task Code_in_full_width_with_a_gap_is_taken()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync("３３０１０６１００１２３");
        var code = bot.CodeTo(SelfServiceServer.ShopPhone)!;

        var done = await browser.TypeCodeAsync(string.Concat($"{code[..3]} {code[3..]}".Select(letter =>
            char.IsAsciiDigit(letter) ? (char)(letter - '0' + '０') : letter)));

        Assert.Equal("/", done.Location);
    }

    [Fact]
    public async Task Unknown_licence_is_told_nothing_that_a_known_one_is_not()
    {
        await using var bot = await StartAsync();

        var known = await TranscriptAsync(bot, SelfServiceServer.Shop);
        var unknown = await TranscriptAsync(bot, SelfServiceServer.NoShop);
        var withoutPhone = await TranscriptAsync(bot, "330106100999");

        Assert.Equal(known, unknown);
        Assert.Equal(known, withoutPhone);
        Assert.Contains(known, line => line.Contains("验证码错了太多次", StringComparison.Ordinal));
        Assert.DoesNotContain(known, line => line.Contains("123", StringComparison.Ordinal) && line.Contains("尾号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_used_up_elsewhere_are_not_told_of_a_licence()
    {
        await using var bot = await StartAsync();
        for (var time = 0; time < BindingCodes.MostPerDay; time++)
        {
            using var owner = bot.Open();
            await owner.TypeLicenseAsync(SelfServiceServer.Shop);
        }

        using var other = bot.Open();
        var before = bot.CodeTo(SelfServiceServer.ShopPhone);
        var typed = await other.TypeLicenseAsync(SelfServiceServer.Shop);

        Assert.Equal("/sign-in/code", typed.Location);
        Assert.Equal(before, bot.CodeTo(SelfServiceServer.ShopPhone));
        Assert.Contains("验证码不对", (await other.TypeCodeAsync(before!)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_asked_for_too_often_here_are_refused_in_words()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        for (var time = 0; time < BindingCodes.MostPerDay; time++)
        {
            Assert.NotNull((await browser.TypeLicenseAsync(SelfServiceServer.Shop)).Location);
        }

        Assert.Contains("次数已经用完", (await browser.TypeLicenseAsync(SelfServiceServer.Shop)).Body, StringComparison.Ordinal);

        bot.Later(BindingCodes.CountedOver);
        Assert.NotNull((await browser.TypeLicenseAsync(SelfServiceServer.Shop)).Location);
    }

    [Fact]
    public async Task Fifth_wrong_code_makes_the_right_one_void()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        var right = bot.CodeTo(SelfServiceServer.ShopPhone)!;

        for (var left = 4; left > 0; left--)
        {
            Assert.Contains($"还可以试 {left} 次", (await browser.TypeCodeAsync(Wrong(right))).Body, StringComparison.Ordinal);
        }

        Assert.Contains("已经作废", (await browser.TypeCodeAsync(Wrong(right))).Body, StringComparison.Ordinal);
        await browser.GetAsync("/sign-in");
        Assert.StartsWith("/sign-in?why=codeover", (await browser.PostAsync("/sign-in/code", ("code", right))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_codes_at_the_same_time_are_five_in_all()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        await browser.GetAsync("/sign-in/code");
        var wrong = Wrong(bot.CodeTo(SelfServiceServer.ShopPhone)!);

        var tries = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => browser.PostAsync("/sign-in/code", ("code", wrong))));

        Assert.Equal(5, tries.Count(seen => seen.Location is null));
    }

    [Fact]
    public async Task Tenth_wrong_code_of_a_day_locks_the_licence_for_every_browser()
    {
        await using var bot = await StartAsync();
        await GuessAsync(bot, SelfServiceServer.Shop, 10);
        using var owner = bot.Open();

        var told = (await owner.TypeLicenseAsync(SelfServiceServer.Shop)).Body;

        Assert.Contains("登录暂停一天", told, StringComparison.Ordinal);
        Assert.Contains("客户经理", told, StringComparison.Ordinal);
        bot.Later(Guesses.CountedOver);
        Assert.Equal("/sign-in/code", (await owner.TypeLicenseAsync(SelfServiceServer.Shop)).Location);
    }

    [Fact]
    public async Task Lock_holds_for_a_code_that_was_sent_before_it()
    {
        await using var bot = await StartAsync();
        using var owner = bot.Open();
        await owner.TypeLicenseAsync(SelfServiceServer.Shop);
        var right = bot.CodeTo(SelfServiceServer.ShopPhone)!;
        await GuessAsync(bot, SelfServiceServer.Shop, 10);

        Assert.Contains("登录暂停一天", (await owner.TypeCodeAsync(right)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twentieth_wrong_code_of_a_day_locks_the_address_for_every_licence()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        for (var licence = 0; licence < 4; licence++)
        {
            await browser.TypeLicenseAsync($"33010619990{licence}");
            for (var time = 0; time < BindingCodes.MostWrongTries; time++)
            {
                await browser.TypeCodeAsync("000000");
            }

            bot.Later(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("登录暂停一天", (await browser.TypeLicenseAsync(SelfServiceServer.Shop)).Body, StringComparison.Ordinal);
        using var other = bot.Open();
        Assert.Equal("/sign-in/code", (await other.TypeLicenseAsync(SelfServiceServer.Shop)).Location);
    }

    [Fact]
    public async Task Code_is_over_after_ten_minutes()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        await browser.GetAsync("/sign-in/code");

        bot.Later(BindingCodes.Lifetime);

        var late = await browser.PostAsync("/sign-in/code", ("code", bot.CodeTo(SelfServiceServer.ShopPhone)!));
        Assert.Equal("/sign-in?why=codeover", late.Location);
        Assert.Contains("验证码已经失效", (await browser.GetAsync(late.Location!)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_is_good_once_and_in_its_own_browser_only()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        using var thief = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        var code = bot.CodeTo(SelfServiceServer.ShopPhone)!;
        var waiting = browser.Cookies["sign-in"];

        await thief.GetAsync("/sign-in");
        Assert.StartsWith("/sign-in?why", (await thief.PostAsync("/sign-in/code", ("code", code))).Location, StringComparison.Ordinal);
        Assert.Equal("/", (await browser.TypeCodeAsync(code)).Location);

        thief.Cookies["sign-in"] = waiting;
        Assert.StartsWith("/sign-in?why", (await thief.PostAsync("/sign-in/code", ("code", code))).Location, StringComparison.Ordinal);
        Assert.False(thief.Cookies.ContainsKey("session"));
    }

    [Fact]
    public async Task Another_code_makes_the_one_before_void()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        var first = (Code: bot.CodeTo(SelfServiceServer.ShopPhone)!, Cookie: browser.Cookies["sign-in"]);
        await browser.GetAsync("/sign-in/code");
        await browser.PostAsync("/sign-in/code?handler=resend");

        var second = (Code: bot.CodeTo(SelfServiceServer.ShopPhone)!, Cookie: browser.Cookies["sign-in"]);
        browser.Cookies["sign-in"] = first.Cookie;
        Assert.StartsWith("/sign-in?why", (await browser.PostAsync("/sign-in/code", ("code", first.Code))).Location, StringComparison.Ordinal);
        browser.Cookies["sign-in"] = second.Cookie;
        Assert.Equal("/", (await browser.TypeCodeAsync(second.Code)).Location);
    }

    [Fact]
    public async Task Code_is_no_use_once_the_phone_has_changed()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        var code = bot.CodeTo(SelfServiceServer.ShopPhone)!;

        await bot.LoadShopsAsync(phone: "13900009999");

        Assert.Contains("验证码不对", (await browser.TypeCodeAsync(code)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_has_a_new_secret_at_each_sign_in()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        browser.Cookies["session"] = "chosen-by-somebody-else";

        await browser.SignInAsync(bot);
        var first = browser.Session;
        browser.Cookies.Remove("session");
        await browser.SignInAsync(bot);

        Assert.NotEqual("chosen-by-somebody-else", first);
        Assert.NotEqual(first, browser.Session);
    }

    [Theory]
    [InlineData("陈建华", "13900009999")]
    [InlineData("王接手", SelfServiceServer.ShopPhone)]
    public async Task Shop_or_phone_that_changed_hands_is_signed_out_at_the_next_request(string owner, string phone)
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.SignInAsync(bot);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/whoami")).Status);

        await bot.LoadShopsAsync(owner, phone);
        var stolen = browser.Session;
        var next = await browser.GetAsync("/whoami");

        Assert.Equal("/sign-in?why=changed&returnTo=%2Fwhoami", next.Location);
        Assert.Contains("经营者或手机号变了", (await browser.GetAsync(next.Location!)).Body, StringComparison.Ordinal);

        // Even when the old row comes back, the ended session does not.
        await bot.LoadShopsAsync();
        browser.Cookies["session"] = stolen;
        Assert.StartsWith("/sign-in?why=expired", (await browser.GetAsync("/whoami")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Licence_that_left_the_table_is_signed_out()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.SignInAsync(bot);

        await bot.LoadShopsAsync(withShop: false);

        Assert.StartsWith("/sign-in?why=changed", (await browser.GetAsync("/whoami")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_is_over_after_seven_days_without_a_visit()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.SignInAsync(bot);

        bot.Later(WebSessions.IdleLifetime - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/whoami")).Status);
        bot.Later(WebSessions.IdleLifetime);

        Assert.StartsWith("/sign-in?why=expired", (await browser.GetAsync("/whoami")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_is_over_after_thirty_days_however_often_it_is_used()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.SignInAsync(bot);

        for (var day = 0; day < 29; day++)
        {
            bot.Later(TimeSpan.FromDays(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/whoami")).Status);
        }

        bot.Later(TimeSpan.FromDays(1));
        Assert.StartsWith("/sign-in?why=expired", (await browser.GetAsync("/whoami")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_stolen_before_signing_out_is_useless_after_it()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        using var thief = bot.Open();
        await browser.SignInAsync(bot);
        thief.Cookies["session"] = browser.Session;
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/whoami")).Status);

        await browser.GetAsync("/sign-out");
        Assert.Equal("/sign-in?why=out", (await browser.PostAsync("/sign-out")).Location);

        Assert.False(browser.Cookies.ContainsKey("session"));
        Assert.StartsWith("/sign-in?why=expired", (await thief.GetAsync("/whoami")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_makes_a_stranger_of_whoever_kept_the_chats_token()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.SignInAsync(bot);
        var session = (await bot.Services.GetRequiredService<WebSessions>().FindAsync(browser.Session, TestContext.Current.CancellationToken))!;
        var chat = bot.Services.GetRequiredService<ChatKeys>().Of(session.Visitor.ChatId);
        var conversations = bot.Services.GetRequiredService<ConversationStore>();
        await conversations.BeginBoundAsync(chat, session.Visitor.License, session.Visitor.Holder, TestContext.Current.CancellationToken);

        await browser.GetAsync("/sign-out");
        await browser.PostAsync("/sign-out");

        await using var context = bot.Services.GetRequiredService<BotDatabase>().CreateContext();
        var state = Assert.Single(context.Conversations.Where(row => row.Key == chat.ToString()).ToList());
        Assert.Null(state.License);
        Assert.Null(BotJson.ReadConversation(state.State).Retailer);
        Assert.Equal(2, await conversations.VersionAsync(chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_of_this_licence_only()
    {
        await using var bot = await StartAsync();
        using var phone = bot.Open();
        using var computer = bot.Open();
        using var other = bot.Open();
        await phone.SignInAsync(bot);
        await computer.SignInAsync(bot);
        await other.SignInAsync(bot, SelfServiceServer.OtherShop, "13800001045");

        Assert.Contains("登录着 2 台", (await phone.GetAsync("/sign-out")).Body, StringComparison.Ordinal);
        await phone.PostAsync("/sign-out?handler=everywhere");

        Assert.NotNull((await computer.GetAsync("/whoami")).Location);
        Assert.Equal(SelfServiceServer.OtherShop, (await other.GetAsync("/whoami")).Body);
    }

    [Fact]
    public async Task Nothing_that_a_browser_says_makes_it_another_licence()
    {
        await using var bot = await StartAsync();
        using var browser = bot.Open();
        await browser.TypeLicenseAsync(SelfServiceServer.Shop);
        await browser.GetAsync("/sign-in/code");
        var code = bot.CodeTo(SelfServiceServer.ShopPhone)!;

        await browser.PostAsync(
            $"/sign-in/code?license={SelfServiceServer.OtherShop}",
            ("code", code), ("license", SelfServiceServer.OtherShop), ("License", SelfServiceServer.OtherShop), ("holder", "x"));

        Assert.Equal(SelfServiceServer.Shop, (await browser.GetAsync($"/whoami?license={SelfServiceServer.OtherShop}")).Body);
    }

    [Fact]
    public async Task WeChat_of_a_bound_retailer_signs_in_without_typing()
    {
        await using var bot = await StartAsync();
        await bot.BindWeChatAsync("oOther", "gh_1", SelfServiceServer.OtherShop);
        await bot.BindWeChatAsync("o_X%", "gh_2");
        using var browser = bot.Open("MicroMessenger");

        var first = await browser.GetAsync("/sign-in?returnTo=%2Fwhoami");
        var begun = await browser.GetAsync(first.Location!);
        var back = await browser.GetAsync($"/sign-in/wechat/back?code=code-o_X%25&state={StateOf(begun)}");

        Assert.Equal("/sign-in/wechat?returnTo=%2Fwhoami", first.Location);
        Assert.Equal("/whoami", back.Location);
        Assert.Equal(SelfServiceServer.Shop, (await browser.GetAsync("/whoami")).Body);
    }

    [Fact]
    public async Task WeChat_bound_by_a_former_holder_signs_nobody_in()
    {
        await using var bot = await StartAsync();
        await bot.BindWeChatAsync("oFormer");
        await bot.LoadShopsAsync(owner: "王接手");
        using var browser = bot.Open("MicroMessenger");

        var begun = await browser.GetAsync("/sign-in/wechat");
        var back = await browser.GetAsync($"/sign-in/wechat/back?code=code-oFormer&state={StateOf(begun)}");

        Assert.Equal("/sign-in?why=unbound", back.Location);
        Assert.False(browser.Cookies.ContainsKey("session"));
    }

    private protected static string StateOf(Seen begun) => begun.Location![(begun.Location!.IndexOf("state=", StringComparison.Ordinal) + 6)..];

    private static string Wrong(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>So many wrong codes for a licence, never two browsers the same.</summary>
    private static async Task GuessAsync(SelfServiceServer bot, string license, int times)
    {
        for (var done = 0; done < times; done += BindingCodes.MostWrongTries)
        {
            using var guesser = bot.Open();
            await guesser.TypeLicenseAsync(license);
            var wrong = Wrong(bot.CodeTo(SelfServiceServer.ShopPhone) ?? "");
            for (var time = 0; time < BindingCodes.MostWrongTries; time++)
            {
                await guesser.TypeCodeAsync(wrong);
            }
        }
    }

    /// <summary>Everything that a browser is told on the way to a code that is tried until it is void.</summary>
    private static async Task<List<string>> TranscriptAsync(SelfServiceServer bot, string license)
    {
        using var browser = bot.Open();
        var seen = new List<Seen> { await browser.TypeLicenseAsync(license), await browser.GetAsync("/sign-in/code") };
        var wrong = Wrong(bot.CodeTo(SelfServiceServer.ShopPhone) ?? "");
        for (var time = 0; time < BindingCodes.MostWrongTries; time++)
        {
            seen.Add(await browser.TypeCodeAsync(wrong));
        }

        var grouped = $"{license[..4]} {license[4..8]} {license[8..]}";
        return [.. seen.Select(page => Secrets().Replace(
            $"{page.Status} {page.Location} {string.Join('|', page.SetCookies)} {page.Body}".Replace(grouped, "(licence)", StringComparison.Ordinal), "(secret)"))];
    }

    [GeneratedRegex("(?<=(sign-in|form)=)[A-Za-z0-9_-]{20,}|CfDJ[A-Za-z0-9_-]+")]
    private static partial Regex Secrets();
}

/// <summary>On SQLite.</summary>
public sealed class SqliteSignInTests : SignInSuite
{
    private protected override Task<SelfServiceServer> StartAsync() => SelfServiceServer.OnSqliteAsync();
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresSignInTests(PostgresServer postgres) : SignInSuite
{
    private protected override Task<SelfServiceServer> StartAsync() => SelfServiceServer.OnPostgresAsync(postgres);
}

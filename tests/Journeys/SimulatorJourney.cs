using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ServiceBot.Journeys;

/// <summary>A newcomer opens the simulator in a browser: the whole way from a typed question to the figure on screen.</summary>
public sealed class SimulatorJourney(SimulatorBrowser browser) : IClassFixture<SimulatorBrowser>
{
    private const string DemoRetailer = "330106100123";
    private const string Question = "软中华这周还能订几条";

    [Fact]
    public async Task Retailer_asks_for_a_limit_and_reads_limit_ordered_and_remaining()
    {
        var phone = await browser.OpenAsync(DemoRetailer);

        var answer = await phone.AskAsync(Question);

        Assert.Contains("中华(软)", answer, StringComparison.Ordinal);
        Assert.Contains("还可订 3 条", answer, StringComparison.Ordinal);
        Assert.Contains("限量 6 条", answer, StringComparison.Ordinal);
        Assert.Contains("已订 3 条", answer, StringComparison.Ordinal);
        await phone.PictureAsync("simulator-1440");
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task Stranger_asks_for_a_limit_and_reads_no_figure()
    {
        var phone = await browser.OpenAsync("stranger");

        var answer = await phone.AskAsync(Question);

        Assert.Contains("绑定", answer, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d+ ?条", answer);
    }

    [Fact]
    public async Task Stranger_binds_with_the_code_of_the_banner_and_then_reads_figures()
    {
        var phone = await browser.OpenAsync("stranger", 375, 740);
        await phone.AskAsync("绑定");
        await phone.AskAsync("330106100301");

        await phone.Page.Locator("#sms").WaitForAsync();
        await phone.PictureAsync("simulator-375-sms");
        await phone.Page.Locator("#sms-fill").ClickAsync();
        var bound = await phone.AnswerToAsync(() => phone.Page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync());
        var answer = await phone.AskAsync("余额够不够扣");

        Assert.Contains("绑定成功", bound, StringComparison.Ordinal);
        Assert.Matches(@"账户余额 [\d,]+\.\d\d 元", answer);
    }

    [Fact]
    public async Task New_brand_shows_its_picture()
    {
        var phone = await browser.OpenAsync(DemoRetailer);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "查货源" }).ClickAsync();

        await phone.AnswerToAsync(() => phone.Page.GetByRole(AriaRole.Button, new() { Name = "新品", Exact = true }).ClickAsync());

        var picture = phone.Answers.Last.Locator(".cover img").First;
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await picture.EvaluateAsync<int>("image => image.naturalWidth"));
        await phone.PictureAsync("simulator-1440-news");
    }

    [Fact]
    public async Task Exchange_behind_the_fold_hides_the_words_until_decryption()
    {
        var phone = await browser.OpenAsync(DemoRetailer);
        await phone.AskAsync(Question);
        await phone.Page.Locator("#wire summary").ClickAsync();

        var sealedRequest = await TextOfAsync("请求密文");
        var plainRequest = await TextOfAsync("请求明文");
        var sealedReply = await TextOfAsync("回复密文");
        var plainReply = await TextOfAsync("回复明文");
        await phone.PictureAsync("simulator-1440-wire");

        Assert.Contains("msg_signature=", sealedRequest, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, sealedRequest, StringComparison.Ordinal);
        Assert.Contains(Question, plainRequest, StringComparison.Ordinal);
        Assert.Contains("<MsgSignature>", sealedReply, StringComparison.Ordinal);
        Assert.DoesNotContain("还可订", sealedReply, StringComparison.Ordinal);
        Assert.Contains("还可订", plainReply, StringComparison.Ordinal);

        async Task<string> TextOfAsync(string tab)
        {
            await phone.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            return await phone.Page.Locator("#wire-text").InnerTextAsync();
        }
    }

    [Fact]
    public async Task Message_by_api_arrives_late_and_its_menu_can_be_tapped()
    {
        var phone = await browser.OpenAsync(DemoRetailer);

        var message = await phone.AnswerToAsync(() => phone.SendByApiAsync(new
        {
            msgtype = "msgmenu",
            msgmenu = new { head_content = "要查哪个？", list = new[] { new { id = "1", content = "余额" } } },
        }));
        var answer = await phone.AnswerToAsync(() => phone.Answers.Last.GetByRole(AriaRole.Button, new() { Name = "余额" }).ClickAsync());

        Assert.Contains("要查哪个？", message, StringComparison.Ordinal);
        Assert.Contains("账户余额", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_begins_an_empty_phone_of_the_same_retailer()
    {
        var phone = await browser.OpenAsync(DemoRetailer);
        await phone.AskAsync(Question);

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "重新开始" }).ClickAsync();

        await Assertions.Expect(phone.Page.Locator("#chat .mine")).ToHaveCountAsync(0);
        await Assertions.Expect(phone.Answers).ToHaveCountAsync(1);
        Assert.Contains("还可订 3 条", await phone.AskAsync(Question), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1440)]
    public async Task Page_at_each_width_needs_no_sideways_scrolling(int width)
    {
        var phone = await browser.OpenAsync(DemoRetailer, width, 740);
        await phone.AskAsync(Question);

        await phone.PictureAsync($"simulator-{width}-short");

        Assert.Equal(width, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task Keyboard_alone_asks_and_changes_the_retailer()
    {
        var phone = await browser.OpenAsync(DemoRetailer);

        await phone.Page.GetByLabel("消息", new() { Exact = true }).FocusAsync();
        await phone.Page.Keyboard.TypeAsync("余额");
        await phone.AnswerToAsync(() => phone.Page.Keyboard.PressAsync("Enter"));
        await phone.Page.GetByRole(AriaRole.Radio, new() { Checked = true }).FocusAsync();
        await phone.Page.Keyboard.PressAsync("ArrowUp");
        await phone.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(phone.Page.Locator("#owner")).ToHaveTextAsync(new Regex("未绑定"));
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex("#stranger$"));
    }
}

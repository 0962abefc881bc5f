using Microsoft.Playwright;

namespace ServiceBot.Journeys;

/// <summary>The simulator's phone for text messages: out by a signed callback, back by the stand-in for Twilio's API.</summary>
public sealed class SimulatorSmsJourney(SimulatorBrowser browser) : IClassFixture<SimulatorBrowser>
{
    private const string DemoRetailer = "330106100123";

    [Theory]
    [InlineData(375, 740)]
    [InlineData(1440, 900)]
    public async Task Question_by_text_message_is_answered_by_one(int width, int height)
    {
        var phone = await browser.OpenAsync(DemoRetailer, width, height);
        await phone.OpenMessagesAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "重新开始" }).ClickAsync();
        await Assertions.Expect(phone.Texts).ToHaveCountAsync(0);

        var answer = await phone.TextAsync("热线");
        await phone.Page.EvaluateAsync("scrollTo(0, 0)");
        await phone.PictureAsync($"simulator-{width}-texts");

        Assert.Contains("12313", answer, StringComparison.Ordinal);
        Assert.Matches("[12] 条短信", answer);
        Assert.Equal(width, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task Stop_is_answered_by_Twilio_and_nothing_comes_until_start()
    {
        var phone = await browser.OpenAsync("330106100301");
        await phone.OpenMessagesAsync();

        var stopped = await phone.TextAsync("STOP");
        var resumed = await phone.TextAsync("START");
        await phone.TextAsync("热线");

        Assert.Contains("unsubscribed", stopped, StringComparison.Ordinal);
        Assert.Contains("re-subscribed", resumed, StringComparison.Ordinal);
        await Assertions.Expect(phone.Texts.Filter(new() { HasText = "12313" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Code_for_a_registered_phone_shows_over_WeChat_and_in_the_phones_own_messages()
    {
        var phone = await browser.OpenAsync("stranger");
        await phone.AskAsync("绑定");
        await phone.AskAsync("330106100045");
        await phone.Page.Locator("#sms").WaitForAsync();
        var banner = await phone.Page.Locator("#sms").InnerTextAsync();

        var owner = await browser.OpenAsync("330106100045");
        await owner.OpenMessagesAsync();

        Assert.Contains("点一下填入验证码", banner, StringComparison.Ordinal);
        Assert.Matches(@"\d{6}", await owner.Texts.Last.InnerTextAsync());
    }

    [Fact]
    public async Task Exchange_behind_the_fold_shows_the_signature_and_the_empty_answer()
    {
        var phone = await browser.OpenAsync(DemoRetailer);
        await phone.OpenMessagesAsync();
        await phone.TextAsync("热线");
        await phone.Page.Locator("#sms-chat .mine").Last.ClickAsync();
        await phone.Page.Locator("#wire summary").ClickAsync();

        var request = await TextOfAsync("短信请求");
        var answer = await TextOfAsync("短信回复");
        await phone.PictureAsync("simulator-1440-texts-wire");

        Assert.Contains("/channels/sms", request, StringComparison.Ordinal);
        Assert.Contains("X-Twilio-Signature:", request, StringComparison.Ordinal);
        Assert.Equal("<Response/>", answer);

        async Task<string> TextOfAsync(string tab)
        {
            await phone.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            return await phone.Page.Locator("#wire-text").InnerTextAsync();
        }
    }
}

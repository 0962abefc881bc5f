using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ServiceBot.Journeys;

/// <summary>The chat page with its script, in a real browser.</summary>
public sealed class ChatBrowserJourney(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    private const string DemoRetailer = "330106100123";

    // A picture of one red dot.
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Question_is_answered_live_and_focus_stays_with_the_words()
    {
        var chat = await browser.OpenAsync(DemoRetailer);

        var answer = await chat.AskAsync("软中华这周还能订几条");

        Assert.Contains("还可订 3 条", answer, StringComparison.Ordinal);
        Assert.Contains("服务助手 · 网页 · ", answer, StringComparison.Ordinal);
        await Expect(chat.Own.Last).ToContainTextAsync("软中华这周还能订几条");
        await Expect(chat.Own.Last.Locator(".chat-status")).ToHaveCountAsync(0);
        await Expect(chat.Words).ToBeFocusedAsync();
        await Expect(chat.Words).ToHaveValueAsync("");
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task Choice_is_a_large_button_and_goes_once_it_is_taken()
    {
        var chat = await browser.OpenAsync(DemoRetailer);
        await chat.AskAsync("中华还能订几条");
        await chat.Choices.First.WaitForAsync();
        var size = await chat.Choices.First.BoundingBoxAsync();

        var answer = await chat.AnswerToAsync(() => chat.Choices.First.ClickAsync());

        Assert.True(size!.Height >= 48);
        Assert.Contains("条", answer, StringComparison.Ordinal);
        await Expect(chat.Choices).ToHaveCountAsync(0);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task New_brands_show_their_pictures()
    {
        var chat = await browser.OpenAsync(DemoRetailer);

        await chat.AskAsync("有什么新品");
        await chat.AskAsync("1");

        var picture = chat.Page.Locator(".chat-card img").First;
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await picture.EvaluateAsync<int>("image => image.naturalWidth"));
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task Page_opened_again_shows_everything_once_and_goes_on()
    {
        var chat = await browser.OpenAsync(DemoRetailer);
        var words = $"余额 {Guid.NewGuid():N}";
        await chat.AskAsync(words);

        var connected = chat.Page.WaitForWebSocketAsync();
        await chat.Page.ReloadAsync();
        await connected;
        await chat.AskAsync("谢谢");

        await Expect(chat.Own.Filter(new() { HasText = words })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_asked_elsewhere_appears_by_itself()
    {
        var chat = await browser.OpenAsync(DemoRetailer);
        await chat.AskAsync("余额");

        var answer = await chat.AnswerToAsync(() => chat.Visitor.AskAsync("谢谢"));

        Assert.Contains("不客气", answer, StringComparison.Ordinal);
        await Expect(chat.Own.Last).ToContainTextAsync("谢谢");
    }

    [Fact]
    public async Task Server_that_was_away_is_found_again_and_nothing_is_lost_or_seen_twice()
    {
        var chat = await browser.OpenAsync(DemoRetailer);
        await chat.AskAsync("余额");
        await browser.Server.StopAsync();
        await chat.Words.FillAsync("谢谢您");
        await chat.Words.PressAsync("Enter");
        var resend = chat.Own.Last.GetByRole(AriaRole.Button, new() { Name = "再发一次" });
        await resend.WaitForAsync();
        await Expect(chat.State).ToHaveTextAsync(new Regex("网络断了"), new() { Timeout = 20_000 });
        await chat.PictureAsync("chat-390-offline");

        await browser.Server.StartAsync();
        var answer = await chat.AnswerToAsync(() => resend.ClickAsync());

        Assert.Contains("不客气", answer, StringComparison.Ordinal);
        await Expect(chat.Own.Filter(new() { HasText = "谢谢您" })).ToHaveCountAsync(1);
        await Expect(chat.Own.Last.Locator(".chat-status")).ToHaveCountAsync(0);
        await Expect(chat.State).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Answer_that_came_while_the_connection_was_cut_is_shown_after_it()
    {
        var chat = await browser.OpenAsync(DemoRetailer);
        await chat.AskAsync("余额");
        await browser.Server.StopAsync();
        await browser.Server.StartAsync();
        var words = $"谢谢 {Guid.NewGuid():N}";

        await chat.Visitor.AskAsync(words);

        await Expect(chat.Own.Filter(new() { HasText = words })).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await Expect(chat.Own.Filter(new() { HasText = "余额" })).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Photo_is_sent_and_shown()
    {
        var chat = await browser.OpenAsync(DemoRetailer);

        await chat.AnswerToAsync(() => chat.Page.Locator("#chat-photo input").SetInputFilesAsync(
            new FilePayload { Name = "店.png", MimeType = "image/png", Buffer = Dot }));

        var picture = chat.Own.Last.Locator("img");
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await picture.EvaluateAsync<int>("image => image.naturalWidth"));
        Assert.Empty(chat.Complaints);

        await chat.Page.ReloadAsync();
        Assert.NotEqual(0, await picture.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"));
    }

    [Fact]
    public async Task File_that_is_no_photo_is_refused_in_words()
    {
        var chat = await browser.OpenAsync(DemoRetailer);

        await chat.Page.Locator("#chat-photo input").SetInputFilesAsync(
            new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = "text"u8.ToArray() });

        await Expect(chat.State).ToHaveTextAsync(new Regex("请选一张照片"));
    }

    [Fact]
    public async Task Second_page_of_the_visitor_takes_over_and_the_first_takes_it_back_by_speaking()
    {
        var chat = await browser.OpenAsync(DemoRetailer);
        var second = await ChatPhone.OpenAsync(await chat.Page.Context.NewPageAsync(), browser.Server.Address, chat.Visitor);
        await Expect(chat.State).ToHaveTextAsync(new Regex("另一个页面"));

        var answer = await chat.AskAsync("谢谢");

        Assert.Contains("不客气", answer, StringComparison.Ordinal);
        await Expect(second.State).ToHaveTextAsync(new Regex("另一个页面"));
    }

    [Fact]
    public async Task Sign_in_that_has_ended_is_told_and_the_form_left_to_the_server()
    {
        var chat = await browser.OpenAsync(DemoRetailer);
        await chat.Page.RouteAsync("**/chat/token", route => route.FulfillAsync(new() { Status = 401 }));
        await chat.Page.ReloadAsync();
        await Expect(chat.State).ToHaveTextAsync(new Regex("登录已过期"));

        await chat.Words.FillAsync("谢谢");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await Expect(chat.Page).ToHaveURLAsync(new Regex("/chat#newest$"));

        await Expect(chat.Answers.Last).ToContainTextAsync("不客气");
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task Page_at_each_width_and_at_twice_the_text_needs_no_sideways_scrolling(int width, int height)
    {
        var chat = await browser.OpenAsync(DemoRetailer, width, height);
        await chat.AskAsync("软中华这周还能订几条");
        await chat.AskAsync("有什么新品");
        await chat.AskAsync("中华还能订几条");
        await chat.Choices.First.WaitForAsync();
        await Expect(chat.Choices.Last).ToBeInViewportAsync();
        await chat.PictureAsync($"chat-{width}");
        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await chat.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await chat.PictureAsync($"chat-{width}-large");

        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(chat.Complaints);
    }
}

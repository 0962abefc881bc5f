using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.SelfService;
using ServiceBot.Bot.SelfService.Chat;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Journeys;

/// <summary>The chat page of a browser without JavaScript.</summary>
public sealed class ChatPageJourney(ChatServer server) : IClassFixture<ChatServer>
{
    private const string DemoRetailer = "330106100123";
    private const string OtherRetailer = "330106100301";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_by_form_is_answered_on_the_page_that_follows()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);

        var page = await visitor.AskAsync("软中华这周还能订几条");

        Assert.Contains("软中华这周还能订几条", page, StringComparison.Ordinal);
        Assert.Contains("还可订 3 条", page, StringComparison.Ordinal);
        Assert.Contains("我 · 网页 · ", page, StringComparison.Ordinal);
        Assert.Contains("id=\"newest\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_sent_twice_asks_once()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        var form = await visitor.PageAsync();
        var words = $"余额 {Guid.NewGuid():N}";

        var answers = await Task.WhenAll(visitor.PostAsync(form, words), visitor.PostAsync(form, words));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, ChatVisitor.CountOf(await visitor.PageAsync(), words));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Form_id_of_another_visitor_does_not_reach_their_answer()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        using var other = await ChatVisitor.SignInAsync(server, OtherRetailer);
        var (form, words) = (await visitor.PageAsync(), $"余额 {Guid.NewGuid():N}");
        using var asked = await visitor.PostAsync(form, words);

        using var copied = await other.PostAsync(
            "/chat",
            ("FormId", ChatVisitor.FieldOf(form, "FormId")),
            ("__RequestVerificationToken", ChatVisitor.FieldOf(await other.PageAsync(), "__RequestVerificationToken")),
            ("Words", "你好"));

        var page = await other.PageAsync();
        Assert.Contains("你好", page, StringComparison.Ordinal);
        Assert.DoesNotContain(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_is_a_button_that_asks_for_it()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        var page = await visitor.AskAsync("中华还能订几条");
        var label = System.Text.RegularExpressions.Regex.Match(page, "<button type=\"submit\" name=\"Words\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(label);

        var answer = await visitor.AskAsync(label);

        Assert.Contains("还可订", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Words\" value=", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Empty_question_says_so_and_asks_nothing(string words)
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);

        using var response = await visitor.PostAsync(await visitor.PageAsync(), words);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("请先写下问题", page, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"chat-fault\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_question_is_kept_in_the_form_with_what_is_wrong()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        var words = new string('问', ChatRoom.MostCharacters + 1);

        using var response = await visitor.PostAsync(await visitor.PageAsync(), words);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel));

        Assert.Contains("不要超过 1000 个字", page, StringComparison.Ordinal);
        Assert.Equal(1, ChatVisitor.CountOf(page, words));
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);

        using var ask = await visitor.PostAsync("/chat", ("Words", "余额"));
        using var token = await visitor.PostAsync("/chat/token");

        Assert.Equal(HttpStatusCode.BadRequest, ask.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, token.StatusCode);
    }

    [Fact]
    public async Task Stranger_gets_no_page_and_no_token()
    {
        using var client = new HttpClient();

        foreach (var path in new[] { "/chat", "/chat/photo?key=x" })
        {
            using var response = await client.GetAsync(new Uri(server.Address, path), Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task Page_shows_what_was_said_on_every_channel_and_nothing_of_others()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        using var other = await ChatVisitor.SignInAsync(server, OtherRetailer);
        var (mine, theirs) = ($"余额 {Guid.NewGuid():N}", $"余额 {Guid.NewGuid():N}");
        await SayOnWeChatAsync(DemoRetailer, mine);
        await SayOnWeChatAsync(OtherRetailer, theirs);

        var page = await visitor.PageAsync();

        Assert.Contains(mine, page, StringComparison.Ordinal);
        Assert.Contains("我 · 微信 · ", page, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, page, StringComparison.Ordinal);
        Assert.Contains(theirs, await other.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_thread_comes_in_pages_back_to_its_beginning()
    {
        const string Shop = "330106100045";
        using var visitor = await ChatVisitor.SignInAsync(server, Shop);
        var first = $"谢谢 {Guid.NewGuid():N}";
        await SayOnWeChatAsync(Shop, first);
        for (var number = 0; number < 30; number++)
        {
            await SayOnWeChatAsync(Shop, $"谢谢 {number}");
        }

        var newest = await visitor.PageAsync();
        var older = System.Text.RegularExpressions.Regex.Match(newest, "href=\"(/chat\\?before=\\d+)\"").Groups[1].Value;
        var page = await visitor.PageAsync(older);

        Assert.DoesNotContain(first, newest, StringComparison.Ordinal);
        Assert.Contains("谢谢 29", newest, StringComparison.Ordinal);
        Assert.Contains(first, page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"chat-form\"", page, StringComparison.Ordinal);
        Assert.Contains("/chat#newest", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chat?before=x")]
    [InlineData("/chat?before=-1")]
    [InlineData("/chat?before=99999999999999999999")]
    public async Task Page_before_what_is_no_time_is_the_newest(string path)
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);

        Assert.Contains("id=\"chat-form\"", await visitor.PageAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_is_shown_to_its_own_retailer_only()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        using var other = await ChatVisitor.SignInAsync(server, OtherRetailer);
        byte[] bytes = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        var path = await SendPhotoOnWeChatAsync(DemoRetailer, "image/jpeg", bytes, visitor);

        using var own = await visitor.GetAsync(path);
        using var others = await other.GetAsync(path);
        using var forged = await visitor.GetAsync("/chat/photo?key=CfDJ8forged");
        using var none = await visitor.GetAsync("/chat/photo");

        Assert.Equal("image/jpeg", own.Content.Headers.ContentType!.MediaType);
        Assert.Equal(bytes, await own.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("nosniff", Assert.Single(own.Headers.GetValues("X-Content-Type-Options")));
        Assert.All([others, forged, none], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
    }

    [Fact]
    public async Task File_that_is_no_picture_is_not_served()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        var path = await SendPhotoOnWeChatAsync(DemoRetailer, "text/html", "<script>"u8.ToArray(), visitor);

        using var response = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Script_is_slim_and_the_page_without_direct_line_does_without()
    {
        using var visitor = await ChatVisitor.SignInAsync(server, DemoRetailer);
        using var script = await visitor.GetAsync("/chat.js");

        Assert.InRange((await script.Content.ReadAsByteArrayAsync(Cancel)).Length, 1, 13 * 1024);
        Assert.DoesNotContain("chat.js", await visitor.PageAsync(), StringComparison.Ordinal);
        using var token = await visitor.PostAsync(
            "/chat/token", ("__RequestVerificationToken", ChatVisitor.FieldOf(await visitor.PageAsync(), "__RequestVerificationToken")));
        Assert.Equal(HttpStatusCode.NotFound, token.StatusCode);
    }

    private async Task<ConversationKey> WeChatOfAsync(string license)
    {
        var number = LicenseNumber.Parse(license);
        var retailer = await server.Services.GetRequiredService<KnowledgeBase>().RetailerAsync(number, Cancel);
        var key = ConversationKey.Create(ChannelNames.WeChat, "gh_journey", license);
        await server.Services.GetRequiredService<ConversationStore>().BeginBoundAsync(key, number, Holder.Of(retailer!), Cancel);
        return key;
    }

    private async Task SayOnWeChatAsync(string license, string words) => await AcceptAsync(new Inbound.Text(words)
    {
        Conversation = await WeChatOfAsync(license), MessageId = Guid.NewGuid().ToString("N"), SentAt = TimeProvider.System.GetUtcNow(),
        PassiveFor = TimeSpan.FromSeconds(30),
    });

    /// <summary>Sends a file by WeChat and returns the address that the page has for it.</summary>
    private async Task<string> SendPhotoOnWeChatAsync(string license, string type, byte[] bytes, ChatVisitor visitor)
    {
        var key = await WeChatOfAsync(license);
        var id = await server.Services.GetRequiredService<IAttachments>().KeepAsync(key, new AttachedFile(type, null, bytes), Cancel);
        await AcceptAsync(new Inbound.Picture(null, null)
        {
            Conversation = key, MessageId = Guid.NewGuid().ToString("N"), SentAt = TimeProvider.System.GetUtcNow(),
            PassiveFor = TimeSpan.FromSeconds(30), Attachments = [id],
        });
        Assert.Contains("/chat/photo?key=", await visitor.PageAsync(), StringComparison.Ordinal);
        var retailer = await server.Services.GetRequiredService<KnowledgeBase>().RetailerAsync(LicenseNumber.Parse(license), Cancel);
        return server.Services.GetRequiredService<ChatPhotos>().AddressFor(
            new Visitor(LicenseNumber.Parse(license), Holder.Of(retailer!), visitor.ChatId), id);
    }

    private async Task AcceptAsync(Inbound message)
    {
        var accepted = await server.Services.GetRequiredService<IInbox>().AcceptAsync(message, Cancel);
        if (await accepted.WaitForReplyAsync(TimeSpan.FromSeconds(30), Cancel) is PassiveReply.Ready ready)
        {
            await ready.Confirm(1, true);
        }
    }
}

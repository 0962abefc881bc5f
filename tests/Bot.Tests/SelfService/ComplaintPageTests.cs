using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.SelfService.Complaints;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Store;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>Writing a complaint, and what becomes of it.</summary>
[Collection(nameof(PagesHost))]
public sealed partial class ComplaintPageTests(PagesHost host)
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5, 6, 7, 8];

    // Each test complains for a shop of its own.
    private static int Shop = 200;

    private readonly string _license = $"330106100{Interlocked.Increment(ref Shop)}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complaint_becomesATicketForTheSupervisor_andShowsItsNumberAndDue()
    {
        using var browser = host.Open(_license);
        var form = await FormAsync(browser);

        var words = await SendAsync(browser, form.With("送货员把货放在门口，\r\n少了一条。"));

        var ticket = Assert.Single(await TicketsAsync());
        Assert.Contains($"投诉已记录，编号 {ticket.Number}。市场部会在 11月26日 11:00 前处理并答复您。", words);
        Assert.Contains("处理中，11月26日 11:00 前答复您", words);
        Assert.Equal("送货员把货放在门口，\n少了一条。", ticket.Text);
        Assert.StartsWith("J", ticket.StaffNumber, StringComparison.Ordinal);
        Assert.Matches("^1124-[0-9]{4,}$", ticket.Number);
    }

    [Fact]
    public async Task Complaint_standsInTheRetailersThread_withItsTicket()
    {
        using var browser = host.Open(_license);
        await SendAsync(browser, (await FormAsync(browser)).With("价签没人来换。"));

        await using var context = host.Services.GetRequiredService<BotDatabase>().CreateContext();
        var ticket = await context.Tickets.SingleAsync(row => row.License == _license, Stop);
        var thread = $"{_license}/{ticket.Holder}";
        var events = await context.Events.Where(row => row.Thread == thread).OrderBy(row => row.Number).ToListAsync(Stop);
        Assert.Equal(
            ["RetailerBound", "RetailerWrote", "TicketOpened"],
            events.Select(row => BotJson.ReadEvent(row.Body).GetType().Name));
    }

    [Fact]
    public async Task FormSentTwice_isOneTicket_andSaysItsNumberBothTimes()
    {
        using var browser = host.Open(_license);
        var form = (await FormAsync(browser)).With("发错货了，要求换。");

        var answers = await Task.WhenAll(SendAsync(browser, form), SendAsync(browser, form), SendAsync(browser, form));

        var ticket = Assert.Single(await TicketsAsync());
        Assert.All(answers, words => Assert.Contains($"投诉已记录，编号 {ticket.Number}。", words));
    }

    [Fact]
    public async Task FormIdOfAnotherRetailer_opensAnOwnTicket_andShowsNothingOfTheirs()
    {
        using var other = host.Open("330106100301");
        var theirs = await FormAsync(other);
        await SendAsync(other, theirs.With("这是别人的投诉，不能给人看。"));
        using var browser = host.Open(_license);
        var own = await FormAsync(browser);

        var words = await SendAsync(browser, (own with { Id = theirs.Id }).With("这是我自己的投诉。"));

        Assert.Equal("这是我自己的投诉。", Assert.Single(await TicketsAsync()).Text);
        Assert.DoesNotContain("别人的投诉", words);
    }

    [Fact]
    public async Task Photos_areKept_andShownToTheirOwnRetailerOnly()
    {
        using var browser = host.Open(_license);
        await SendAsync(browser, (await FormAsync(browser)).With("烟盒压坏了，见照片。", Png, Jpeg));
        var paths = PhotoPaths().Matches(await browser.ReadAsync("/complaints")).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, paths.Count);

        using var shown = await browser.GetAsync(paths[0]);
        Assert.Equal(Png, await shown.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(shown.Headers.CacheControl!.NoStore);

        using var other = host.Open("330106100301");
        using var hidden = await other.GetAsync(paths[0]);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("GIF89a............")]
    [InlineData("")]
    public async Task FileThatIsNoPhoto_isRefusedInWords_andTheWordsAreKept(string content)
    {
        using var browser = host.Open(_license);

        var words = await SendAsync(
            browser, (await FormAsync(browser)).With("我写的话还在。", System.Text.Encoding.ASCII.GetBytes(content)), HttpStatusCode.OK);

        Assert.Contains("有一个文件不是照片", words);
        Assert.Contains("我写的话还在。", words);
        Assert.Empty(await TicketsAsync());
    }

    [Fact]
    public async Task PhotoTooLarge_isRefusedInWords()
    {
        using var browser = host.Open(_license);
        byte[] large = [.. Jpeg, .. new byte[ComplaintForm.MostPhotoBytes]];

        var words = await SendAsync(browser, (await FormAsync(browser)).With("照片太大。", large), HttpStatusCode.OK);

        Assert.Contains("有照片超过 5 MB", words);
        Assert.Empty(await TicketsAsync());
    }

    [Fact]
    public async Task TooManyPhotos_areRefusedInWords()
    {
        using var browser = host.Open(_license);

        var words = await SendAsync(browser, (await FormAsync(browser)).With("四张。", Png, Png, Png, Png), HttpStatusCode.OK);

        Assert.Contains("最多 3 张", words);
        Assert.Empty(await TicketsAsync());
    }

    [Theory]
    [InlineData(" \r\n ", "还没有写事情经过")]
    [InlineData(null, "写得太长了，最多 500 个字")]
    public async Task WordsThatAreNoneOrTooMany_areRefusedInWords(string? text, string fault)
    {
        using var browser = host.Open(_license);

        var words = await SendAsync(
            browser, (await FormAsync(browser)).With(text ?? new string('长', ComplaintSkill.MostText + 1)), HttpStatusCode.OK);

        Assert.Contains(fault, words);
        Assert.Empty(await TicketsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("1")]
    public async Task FormIdThatIsNone_isRefusedInWords(string id)
    {
        using var browser = host.Open(_license);
        var form = await FormAsync(browser);

        var words = await SendAsync(browser, (form with { Id = id }).With("编号不对。"), HttpStatusCode.OK);

        Assert.Contains("请再提交一次", words);
        Assert.Empty(await TicketsAsync());
    }

    [Fact]
    public async Task FormWithoutItsToken_isRefused()
    {
        using var browser = host.Open(_license);
        var form = await FormAsync(browser);

        using var response = await browser.PostAsync("/complaints", (form with { Token = "" }).With("没有令牌。").Content());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await TicketsAsync());
    }

    [Fact]
    public async Task FormOverAllLimits_isRefusedWithoutAServerError()
    {
        using var browser = host.Open(_license);
        byte[] huge = new byte[ComplaintForm.MostBytes + 1];

        using var response = await browser.PostAsync("/complaints", (await FormAsync(browser)).With("太大。", huge).Content());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(await TicketsAsync());
    }

    [Fact]
    public async Task NumberOfAnotherRetailersTicket_isNotTold()
    {
        using var other = host.Open("330106100301");
        var told = await SendAsync(other, (await FormAsync(other)).With("别人的事。"));
        var number = TicketNumber().Match(told).Value;
        using var browser = host.Open(_license);

        Assert.DoesNotContain(number, await browser.WordsAsync($"/complaints?done={number}"));
    }

    private static async Task<SentForm> FormAsync(PageVisitor browser)
    {
        var html = await browser.ReadAsync("/complaints");
        return new SentForm(
            FormId().Match(html).Groups[1].Value, FormToken().Match(html).Groups[1].Value, "", []);
    }

    /// <summary>Sends, follows the one redirect, and returns the words of the page.</summary>
    private static async Task<string> SendAsync(PageVisitor browser, SentForm form, HttpStatusCode expected = HttpStatusCode.Redirect)
    {
        using var response = await browser.PostAsync("/complaints", form.Content());
        Assert.Equal(expected, response.StatusCode);
        return response.Headers.Location is { } next
            ? await browser.WordsAsync(next.ToString())
            : PageVisitor.Words(await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task<List<TicketRow>> TicketsAsync()
    {
        await using var context = host.Services.GetRequiredService<BotDatabase>().CreateContext();
        return await context.Tickets.Where(ticket => ticket.License == _license).ToListAsync(Stop);
    }

    [GeneratedRegex("name=\"Form.Id\" value=\"([^\"]*)\"")]
    private static partial Regex FormId();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("<a href=\"(/complaints/photos/[^\"]*)\"")]
    private static partial Regex PhotoPaths();

    [GeneratedRegex("1124-[0-9]{4,}")]
    private static partial Regex TicketNumber();

    private sealed record SentForm(string Id, string Token, string Text, IReadOnlyList<byte[]> Photos)
    {
        public SentForm With(string text, params IReadOnlyList<byte[]> photos) => this with { Text = text, Photos = photos };

        public MultipartFormDataContent Content()
        {
            var content = new MultipartFormDataContent
            {
                { new StringContent(Token), "__RequestVerificationToken" },
                { new StringContent(Id), "Form.Id" },
                { new StringContent(Text), "Form.Text" },
            };
            foreach (var photo in Photos)
            {
                // What the browser says of the file is not to be believed.
                var file = new ByteArrayContent(photo);
                file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
                content.Add(file, "Form.Photos", "../../photo.png");
            }

            return content;
        }
    }
}

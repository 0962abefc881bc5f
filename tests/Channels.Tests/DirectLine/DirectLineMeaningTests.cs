using System.Text.Json;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.DirectLine;

namespace ServiceBot.Channels.Tests.DirectLine;

/// <summary>What activities mean, and what replies look like.</summary>
public sealed class DirectLineMeaningTests
{
    private const string BaseUrl = "https://bot.example.cn";

    [Theory]
    [InlineData("""{"type":"message","text":"余额"}""", "余额", null)]
    [InlineData("""{"type":"message","text":"中华(软)","value":{"choice":"p1"},"channelData":{"messageBack":{"displayText":"中华"}}}""", "中华(软)", "p1")]
    [InlineData("""{"type":"message","value":"新品","channelData":{"postBack":true}}""", "新品", null)]
    [InlineData("""{"type":"message","value":{"choice":"p1"},"channelData":{"postBack":true}}""", "p1", "p1")]
    [InlineData("""{"type":"message","text":"余额","value":{"choice":7}}""", "余额", null)]
    public void Map_words_and_buttons_are_text(string json, string content, string? choice)
    {
        var text = Assert.IsType<Inbound.Text>(Map(json));

        Assert.Equal((content, choice), (text.Content, text.ChoiceId));
    }

    [Theory]
    [InlineData("""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"http://10.0.0.1/x"}]}""", "attachment")]
    [InlineData("""{"type":"message","value":{"form":{"a":1}}}""", "value")]
    public void Map_what_cannot_be_read_is_unsupported(string json, string kind) =>
        Assert.Equal(kind, Assert.IsType<Inbound.Unsupported>(Map(json)).Kind);

    [Fact]
    public void Render_every_part_has_its_form_and_buttons_stand_at_the_end()
    {
        var reply = new Reply(
        [
            new ReplyPart.Text("截至 08:30"),
            new ReplyPart.Choices("要查哪个？", [new Choice("p1", "中华(软)"), new Choice("p2", "中华(硬)")]),
            new ReplyPart.Cards([new Card("利群", "淡雅香", "/pictures/a.png", "/new"), new Card("云烟", "", null, null)]),
            new ReplyPart.Call("客户经理李伟", "13800000000"),
        ]) { Expects = Expects.Digits };

        var activities = DirectLineRenderer.Render(reply, person: null, BaseUrl);

        Assert.Equal(["截至 08:30", "要查哪个？\n1. 中华(软)\n2. 中华(硬)", null, null], activities.Select(activity => activity.Text));
        Assert.All(activities, activity => Assert.Equal(("message", "plain", "expectingInput"), (activity.Type, activity.TextFormat, activity.InputHint)));
        Assert.All(activities.SkipLast(1), activity => Assert.Null(activity.SuggestedActions));
        Assert.Equal(
            [new("imBack", "中华(软)", "中华(软)"), new("imBack", "中华(硬)", "中华(硬)")], activities[^1].SuggestedActions!.Actions);
        Assert.Equal("carousel", activities[2].AttachmentLayout);
        Assert.Equal(
            """{"title":"利群","text":"淡雅香","images":[{"url":"https://bot.example.cn/pictures/a.png"}],"buttons":[{"type":"openUrl","title":"利群","value":"https://bot.example.cn/new"}]}""",
            activities[2].Attachments![0].Content!.Value.GetRawText());
        Assert.Equal("""{"title":"云烟"}""", activities[2].Attachments![1].Content!.Value.GetRawText());
        Assert.Contains("tel:13800000000", activities[3].Attachments!.Single().Content!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_absolute_addresses_stay_and_absent_fields_are_not_written()
    {
        var reply = new Reply([new ReplyPart.Cards([new Card("利群", "", "https://cdn.cn/a.png", null)])]);

        var json = JsonSerializer.Serialize(DirectLineRenderer.Render(reply, "李伟", BaseUrl).Single(), DirectLineJson.Wire.DirectLineActivity);

        Assert.Contains("https://cdn.cn/a.png", json, StringComparison.Ordinal);
        Assert.Contains("李伟", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sender_delivers_by_doing_nothing_since_the_log_is_read()
    {
        await using var host = await DirectLineHost.StartAsync();
        var sender = (IReplySender)host.Services.GetService(typeof(IReplySender))!;
        var contact = new Contact(ContactKind.None, DirectLineHost.Start, 0);

        var result = await sender.SendAsync(
            new OutboundReply(1, host.Tokens.KeyOf("c1"), Reply.OfText("一"), 0, contact, FromPerson: false),
            TestContext.Current.CancellationToken);

        Assert.Equal(new DeliveryResult.Delivered(1), result);
        Assert.True(sender.WindowAfter(contact).IsOpenAt(DirectLineHost.Start.AddYears(1)));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public async Task Issue_for_an_id_that_cannot_be_throws(string id)
    {
        await using var host = await DirectLineHost.StartAsync();

        Assert.Throws<ArgumentException>(() => host.Tokens.Issue(id, "u1"));
    }

    private static Inbound? Map(string json) => DirectLineMapper.Map(
        JsonSerializer.Deserialize(json, DirectLineJson.Wire.DirectLineActivity)!,
        ConversationKey.Create("web", "directline", "c1"), "c1:m", DirectLineHost.Start, []);
}

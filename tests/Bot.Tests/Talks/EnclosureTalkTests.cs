using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Photos and recordings beside a complaint.</summary>
[Collection(nameof(County))]
public sealed class EnclosureTalkTests(County county)
{
    private const string Demo = "330106100123";
    private const string Story = "昨天少送两条软中华，箱子是破的";

    [Fact]
    public async Task Photo_before_the_words_waits_for_them()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("投诉");
        var first = await SendAsync(talk, Photo with { Attachments = ["a"] });
        await SendAsync(talk, Photo with { Attachments = ["b"] });

        var done = await SendAsync(talk, new Inbound.Text(Story) { Conversation = talk.Key, MessageId = "", SentAt = Messages.At, Attachments = ["c"] });

        Assert.StartsWith("照片收到了", first.Text, StringComparison.Ordinal);
        Assert.Null(first.Decision.Ticket);
        Assert.Equal(Story, done.Decision.Ticket!.Text);
        Assert.Equal(["a", "b", "c"], done.Decision.Ticket.Attachments);
    }

    [Fact]
    public async Task Photo_after_the_words_sends_the_complaint()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("我要投诉送货员态度很差还乱扔货");

        var done = await SendAsync(talk, Photo with { Attachments = ["a"] });

        Assert.Matches("投诉已记录，编号 1124-[0-9]+", done.Text);
        Assert.Equal(["a"], done.Decision.Ticket!.Attachments);
    }

    [Fact]
    public async Task Photo_that_was_not_kept_is_named_in_the_ticket()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.WeChat);
        await talk.SayAsync("投诉");
        await SendAsync(talk, Photo);

        var done = await SendAsync(talk, new Inbound.Text(Story) { Conversation = talk.Key, MessageId = "", SentAt = Messages.At });

        Assert.Equal($"{Story}\nmedia-1", done.Decision.Ticket!.Text);
        Assert.Empty(done.Decision.Ticket.Attachments);
    }

    [Fact]
    public async Task Photo_without_words_is_dropped_with_the_complaint()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("投诉");
        await SendAsync(talk, Photo with { Attachments = ["a"] });

        Assert.Contains("已取消", await talk.SayAsync("取消"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voice_that_only_WeChat_keeps_is_asked_for_as_text()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.WeChat);
        await talk.SayAsync("投诉");

        var sent = await SendAsync(talk, new Inbound.Voice("media-2", null) { Conversation = talk.Key, MessageId = "", SentAt = Messages.At });

        Assert.Null(sent.Decision.Ticket);
        Assert.Contains("没转成文字", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_out_of_the_blue_is_not_said_to_be_kept()
    {
        var sent = await SendAsync(await county.TalkAsync(Demo), Photo with { Attachments = ["a"] });

        Assert.StartsWith("抱歉，我只看得懂文字", sent.Text, StringComparison.Ordinal);
    }

    private static Inbound.Picture Photo { get; } =
        new("media-1", null) { Conversation = Messages.Key(), MessageId = "", SentAt = Messages.At };

    private Task<Sent> SendAsync(Talk talk, Inbound message) =>
        county.SendAsync(message with { Conversation = talk.Key, SentAt = county.Time.GetUtcNow() });
}

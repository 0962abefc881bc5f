using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatMapperTests
{
    private static readonly ConversationKey Conversation =
        ConversationKey.Create(ChannelNames.WeChat, WeChatHost.Account, WeChatHost.Retailer);

    [Fact]
    public void Map_text_keeps_every_character_and_the_head()
    {
        var inbound = Message("text", "<Content><![CDATA[ 软中华\n[微笑]😀 /::) <b> ]]></Content>");

        Assert.Equal(
            new Inbound.Text(" 软中华\n[微笑]😀 /::) <b> ")
            {
                Conversation = Conversation,
                MessageId = "6054768590064713728",
                SentAt = DateTimeOffset.FromUnixTimeSeconds(1764000000),
            },
            inbound);
    }

    [Fact]
    public void Map_tapped_choice_carries_its_id() =>
        Assert.Equal("7:2", Assert.IsType<Inbound.Text>(
            Message("text", "<Content>软中华</Content><bizmsgmenuid>7:2</bizmsgmenuid>")).ChoiceId);

    [Theory]
    [InlineData("<Recognition><![CDATA[]]></Recognition>", null)]
    [InlineData("<Recognition><![CDATA[软中华]]></Recognition>", "软中华")]
    [InlineData("", null)]
    public void Map_voice_carries_a_transcript_only_when_there_is_one(string field, string? expected)
    {
        var voice = Assert.IsType<Inbound.Voice>(Message("voice", "<MediaId>m1</MediaId><Format>amr</Format>" + field));

        Assert.Equal(("m1", expected), (voice.MediaId, voice.Recognition));
    }

    [Fact]
    public void Map_picture_carries_its_address()
    {
        var picture = Assert.IsType<Inbound.Picture>(
            Message("image", "<PicUrl>http://mmbiz.qpic.cn/a?b=1&amp;c=2</PicUrl><MediaId>m1</MediaId>"));

        Assert.Equal(("m1", "http://mmbiz.qpic.cn/a?b=1&c=2"), (picture.MediaId, picture.Url));
    }

    [Theory]
    [InlineData("video")]
    [InlineData("shortvideo")]
    public void Map_videos_of_any_length_are_videos(string type) =>
        Assert.Equal("m1", Assert.IsType<Inbound.Video>(Message(type, "<MediaId>m1</MediaId><ThumbMediaId>t</ThumbMediaId>")).MediaId);

    [Fact]
    public void Map_location_takes_x_as_the_latitude()
    {
        var place = Assert.IsType<Inbound.Location>(Message(
            "location", "<Location_X>30.28</Location_X><Location_Y>120.15</Location_Y><Scale>16</Scale><Label>西湖</Label>"));

        Assert.Equal((30.28, 120.15, "西湖"), (place.Latitude, place.Longitude, place.Label));
    }

    [Theory]
    [InlineData("NaN", "120")]
    [InlineData("91", "120")]
    [InlineData("30", "")]
    public void Map_location_that_is_none_is_unsupported(string x, string y) =>
        Assert.Equal("location", Assert.IsType<Inbound.Unsupported>(
            Message("location", $"<Location_X>{x}</Location_X><Location_Y>{y}</Location_Y>")).Kind);

    [Fact]
    public void Map_link_carries_its_page()
    {
        var link = Assert.IsType<Inbound.Link>(Message("link", "<Title>标题</Title><Description>说明</Description><Url>https://a.cn</Url>"));

        Assert.Equal(("标题", "说明", "https://a.cn"), (link.Title, link.Description, link.Url));
    }

    [Theory]
    [InlineData("miniprogrampage")]
    [InlineData("file")]
    [InlineData("not_yet_invented")]
    public void Map_unknown_type_is_unsupported_and_never_dropped(string type) =>
        Assert.Equal(type, Assert.IsType<Inbound.Unsupported>(Message(type, "")).Kind);

    [Fact]
    public void Map_field_names_in_other_case_are_read()
    {
        var push = WeChatPush.Read(WeChatPushes.Text("hi").Replace("MsgId", "MsgID", StringComparison.Ordinal));

        Assert.Equal("6054768590064713728", InboundOf(push).MessageId);
    }

    [Theory]
    [InlineData("ToUserName")]
    [InlineData("FromUserName")]
    [InlineData("CreateTime")]
    [InlineData("MsgType")]
    public void Map_without_a_field_that_all_have_is_refused(string field)
    {
        var xml = WeChatPushes.Text("hi").Replace(field, "Other", StringComparison.Ordinal);

        Assert.Throws<WeChatFormatException>(() => WeChatMapper.Map(WeChatPush.Read(xml)));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("253402300800")]
    [InlineData("now")]
    public void Map_time_that_is_none_is_refused(string time)
    {
        var xml = WeChatPushes.Text("hi").Replace("1764000000", time, StringComparison.Ordinal);

        Assert.Throws<WeChatFormatException>(() => WeChatMapper.Map(WeChatPush.Read(xml)));
    }

    private static Inbound Message(string type, string fields) => InboundOf(WeChatPush.Read(WeChatPushes.Message(type, fields)));

    private static Inbound InboundOf(WeChatPush push) => Assert.IsType<WeChatMeaning.Message>(WeChatMapper.Map(push)).Inbound;
}

using System.Text;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Qq;

namespace ServiceBot.Channels.Tests.Qq;

public sealed class QqMapperTests
{
    private static readonly DateTimeOffset Now = QqHost.Start;

    [Fact]
    public void Map_group_message_is_public_and_has_its_own_time()
    {
        var text = Assert.IsType<Inbound.Text>(Map(QqHost.GroupMessage(" <@!11223344> 订货时间 ")));

        Assert.Equal(("订货时间", "ROBOT1.0_1", Audience.Public), (text.Content, text.MessageId, text.Audience));
        Assert.Equal(DateTimeOffset.Parse("2025-11-24T15:59:58Z", System.Globalization.CultureInfo.InvariantCulture), text.SentAt);
    }

    [Fact]
    public void Map_message_to_the_bot_alone_is_private()
    {
        var text = Assert.IsType<Inbound.Text>(Map(
            """{"id":"e","op":0,"t":"C2C_MESSAGE_CREATE","d":{"id":"m","content":"绑定","timestamp":"2025-11-24T23:59:58+08:00","author":{"user_openid":"U1"}}}"""));

        Assert.Equal((Audience.Private, "qq/102005927/c2c:U1"), (text.Audience, text.Conversation.ToString()));
        Assert.Equal("v2/users/U1/messages", QqAddress.MessagesPath(text.Conversation));
    }

    [Theory]
    [InlineData("image/jpeg", typeof(Inbound.Picture))]
    [InlineData("voice", typeof(Inbound.Unsupported))]
    [InlineData("file", typeof(Inbound.Unsupported))]
    public void Map_attachment_without_words_is_its_kind(string type, Type kind)
    {
        var inbound = Map($$$"""
            {"id":"e","op":0,"t":"C2C_MESSAGE_CREATE","d":{"id":"m","content":" ","author":{"user_openid":"U1"},
            "attachments":[{"content_type":"{{{type}}}","url":"https://multimedia.nt.qq.com.cn/1","filename":"1.jpg"}]}}
            """);

        Assert.IsType(kind, inbound);
        Assert.Equal(Now, inbound!.SentAt);
    }

    [Fact]
    public void Map_message_without_anything_is_unsupported() =>
        Assert.Equal("empty", Assert.IsType<Inbound.Unsupported>(Map(QqHost.GroupMessage("<@!1>"))).Kind);

    [Theory]
    [InlineData("""{"id":"E1","op":0,"t":"FRIEND_ADD","d":{"timestamp":1764000000,"openid":"U1"}}""", typeof(Inbound.Followed), Audience.Private)]
    [InlineData("""{"id":"E1","op":0,"t":"FRIEND_DEL","d":{"timestamp":1764000000,"openid":"U1"}}""", typeof(Inbound.Unfollowed), Audience.Private)]
    [InlineData("""{"id":"E1","op":0,"t":"GROUP_ADD_ROBOT","d":{"timestamp":1764000000,"group_openid":"G1","op_member_openid":"U1"}}""", typeof(Inbound.Followed), Audience.Public)]
    public void Map_coming_and_going_is_answered_by_the_event(string body, Type kind, Audience audience)
    {
        var inbound = Map(body);

        Assert.IsType(kind, inbound);
        Assert.Equal(("event:E1", audience, Now), (inbound!.MessageId, inbound.Audience, inbound.SentAt));
    }

    private static Inbound? Map(string body) => QqMapper.Map(QqPayload.Read(Encoding.UTF8.GetBytes(body))!, QqHost.AppId, Now);
}

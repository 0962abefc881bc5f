using Microsoft.AspNetCore.DataProtection;
using Moq;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.SelfService;
using ServiceBot.Bot.SelfService.Chat;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.SelfService;

public sealed class ChatLinesTests
{
    private static readonly Visitor Visitor = new(LicenseNumber.Parse("330106100123"), "holder", "chat");

    private static readonly ChatLines Lines = new(
        Dispatching.Phrases, new ChatPhotos(Mock.Of<IAttachments>(), new EphemeralDataProtectionProvider()));

    [Fact]
    public void Every_kind_of_message_has_a_line_but_for_what_nobody_says()
    {
        foreach (var message in InboundCases.All)
        {
            var lines = Lines.Of(Visitor, [Entry(message)]);

            if (message is Inbound.Followed or Inbound.Unfollowed or Inbound.Scanned)
            {
                Assert.Empty(lines);
                continue;
            }

            var line = Assert.Single(lines);
            Assert.True(line.IsOwn);
            Assert.NotEmpty(Assert.Single(line.Parts).ToPlainText());
        }
    }

    [Fact]
    public void Message_with_photos_has_an_address_for_each()
    {
        var line = Assert.Single(Lines.Of(Visitor, [Entry(Messages.Text("看") with { Attachments = ["a", "b"] })]));

        Assert.Equal(2, line.Photos.Count);
        Assert.All(line.Photos, photo => Assert.StartsWith("/chat/photo?key=", photo, StringComparison.Ordinal));
    }

    [Fact]
    public void Reply_keeps_its_parts_and_says_where_it_was_given()
    {
        var reply = new Reply([new ReplyPart.Text("答"), new ReplyPart.Call("李伟", "13800000001")]);
        var key = ConversationKey.Create(ChannelNames.Voice, "self", "13800000002");

        var line = Assert.Single(Lines.Of(Visitor, [new ThreadEntry(key, 2, Messages.At, null, reply)]));

        Assert.False(line.IsOwn);
        Assert.Equal("电话", line.Channel);
        Assert.Equal(reply.Parts, line.Parts);
    }

    private static ThreadEntry Entry(Inbound message) => new(message.Conversation, 1, Messages.At, message, null);
}

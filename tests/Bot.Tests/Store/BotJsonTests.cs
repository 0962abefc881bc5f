using System.Reflection;
using System.Text.Json.Serialization;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Store;
using ServiceBot.Bot.Tests.Conversations;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Store;

/// <summary>What is stored comes back the same; every case of every closed set is here.</summary>
public sealed class BotJsonTests
{
    private static readonly Reply AllParts = new(
    [
        new ReplyPart.Text("两行\n\"引号\" <b> & 😀"),
        new ReplyPart.Choices("哪个？", [new Choice("1.1", "中华(软)"), new Choice("1.2", "中华(硬)")]),
        new ReplyPart.Cards([new Card("新品", "介绍", "/pictures/a.png", null)]),
        new ReplyPart.Call("客户经理李伟", "13800000001"),
    ])
    {
        Notice = new Notice("supply.one", new Dictionary<string, string> { ["limit"] = "3" }),
        Expects = Expects.Digits,
    };

    [Fact]
    public void Inbound_every_case_comes_back()
    {
        var all = InboundCases.All;

        Assert.Equal(CasesOf(typeof(Inbound)), all.Select(one => one.GetType()).ToHashSet());
        Assert.All(all, one => Assert.Equal(one, BotJson.ReadInbound(BotJson.Write(one))));
    }

    [Fact]
    public void Reply_every_part_comes_back()
    {
        var json = BotJson.Write(AllParts);

        Assert.Equal(CasesOf(typeof(ReplyPart)), AllParts.Parts.Select(part => part.GetType()).ToHashSet());
        Assert.Equal(json, BotJson.Write(BotJson.ReadReply(json)));
        Assert.Equal(AllParts.ToPlainText(), BotJson.ReadReply(json).ToPlainText());
        Assert.Contains("中华(软)", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_every_case_comes_back() => Assert.All(ConversationTests.Cases, one =>
    {
        var json = BotJson.Write(one.Event);
        var back = BotJson.ReadEvent(json);

        Assert.Equal(one.Event.GetType(), back.GetType());
        Assert.Equal(json, BotJson.Write(back));
    });

    [Fact]
    public void Form_every_case_comes_back()
    {
        var until = Messages.At;
        Form[] all =
        [
            new Form.BindingLicense { ExpiresAt = until },
            new Form.BindingCode(LicenseNumber.Parse("330106100123"), "AB:CD", 2) { ExpiresAt = until },
            new Form.UnbindConfirm { ExpiresAt = until },
            new Form.ComplaintText("经过") { ExpiresAt = until, References = "m1" },
            new Form.CallBackOffer("问题") { ExpiresAt = until },
        ];

        Assert.Equal(CasesOf(typeof(Form)), all.Select(one => one.GetType()).ToHashSet());
        Assert.All(all, form =>
        {
            var conversation = Conversation.Start(Messages.Key()) with { Form = form, Misunderstandings = 1, Version = 3 };
            Assert.Equal(conversation, BotJson.ReadConversation(BotJson.Write(conversation)));
        });
    }

    [Fact]
    public void Conversation_of_a_version_without_new_fields_can_still_be_read()
    {
        var old = """{"key":"wechat/gh/1","version":2,"openChoice":{"intent":0,"options":[]},"more":"余下","misunderstandings":0}""";

        var conversation = BotJson.ReadConversation(old);

        Assert.Equal(("余下", null), (conversation.More, conversation.MoreUntil));
        Assert.False(conversation.OpenChoice!.IsTaken);
    }

    private static HashSet<Type> CasesOf(Type set) =>
        [.. set.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType)];
}

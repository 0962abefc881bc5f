using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Support;

/// <summary>One of everything that may come in.</summary>
internal static class InboundCases
{
    public static IReadOnlyList<Inbound> All { get; } =
    [
        Messages.Text("软中华") with { ChoiceId = "7.1" },
        new Inbound.Voice("m1", "软中华还能订几条") { Conversation = Messages.Key(), MessageId = "2", SentAt = Messages.At },
        new Inbound.Picture("m2", "http://example.test/a.png") { Conversation = Messages.Key(), MessageId = "3", SentAt = Messages.At },
        new Inbound.Video("m3") { Conversation = Messages.Key(), MessageId = "4", SentAt = Messages.At },
        new Inbound.Location(30.2, 120.1, "店里") { Conversation = Messages.Key(), MessageId = "5", SentAt = Messages.At },
        new Inbound.Link("标题", null, "http://example.test") { Conversation = Messages.Key(), MessageId = "6", SentAt = Messages.At },
        new Inbound.MenuTap("menu.help") { Conversation = Messages.Key(), MessageId = "7", SentAt = Messages.At },
        new Inbound.Followed("qr1") { Conversation = Messages.Key(), MessageId = "8", SentAt = Messages.At },
        new Inbound.Unfollowed { Conversation = Messages.Key(), MessageId = "9", SentAt = Messages.At },
        new Inbound.Scanned("qr1") { Conversation = Messages.Key(), MessageId = "10", SentAt = Messages.At },
        new Inbound.OptedOut("退订", Answered: false) { Conversation = Messages.Key(), MessageId = "12", SentAt = Messages.At, Phone = "13800000001" },
        new Inbound.OptedIn("START", Answered: true) { Conversation = Messages.Key(), MessageId = "13", SentAt = Messages.At, Audience = Audience.Public, Wire = "{}" },
        new Inbound.Unsupported("cardpic") { Conversation = Messages.Key(), MessageId = "11", SentAt = Messages.At, PassiveFor = TimeSpan.FromSeconds(16) },
    ];
}

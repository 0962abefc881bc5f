using System.Reflection;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Conversations;

public sealed class ConversationTests
{
    private static readonly LicenseNumber License = LicenseNumber.Parse("330106100123");
    private static readonly Form Unbinding = new Form.UnbindConfirm { ExpiresAt = Messages.At };
    private static readonly OpenChoice Choice = new(
        Intent.Price, [new OfferedOption("1.1", "中华(软)", OptionKind.Product, "P1")], "多少钱");

    private static readonly Conversation Full = Conversation.Start(Messages.Key()) with
    {
        Version = 7,
        Retailer = License,
        Holder = "old mark",
        Subject = new Subject(Intent.Price, ["P1"]),
        OpenChoice = Choice,
        Form = Unbinding,
        More = "余下",
        MoreUntil = Messages.At,
        Misunderstandings = 1,
        Consent = Consent.Withdrawn,
    };

    /// <summary>One of every event, with what the full conversation is after it.</summary>
    internal static IReadOnlyList<(ConversationEvent Event, Conversation After)> Cases { get; } =
    [
        (new ConversationEvent.RetailerWrote(Messages.Text("问"), Intent.Price, 0.9), Full),
        (new ConversationEvent.BotReplied(Reply.OfText("答"), "新的余下", true, Messages.At.AddHours(1)),
            Full with { More = "新的余下", MoreUntil = Messages.At.AddHours(1), Misunderstandings = 0 }),
        (new ConversationEvent.RetailerBound(License, "mark"),
            Conversation.Start(Messages.Key()) with { Retailer = License, Holder = "mark", Consent = Consent.Withdrawn }),
        (new ConversationEvent.RetailerUnbound(), Conversation.Start(Messages.Key()) with { Consent = Consent.Withdrawn }),
        (new ConversationEvent.ConsentChanged(Consent.Barred), Full with { Consent = Consent.Barred }),
        (new ConversationEvent.SubjectChanged(null), Full with { Subject = null }),
        (new ConversationEvent.ChoiceOffered(Choice with { IsTaken = true }), Full with { OpenChoice = Choice with { IsTaken = true } }),
        (new ConversationEvent.ChoiceClosed(), Full with { OpenChoice = null }),
        (new ConversationEvent.FormChanged(null), Full with { Form = null }),
        (new ConversationEvent.Misunderstood(), Full with { Misunderstandings = 2 }),
        (new ConversationEvent.TicketOpened("1124-0001", "Complaint"), Full),
    ];

    [Fact]
    public void Apply_every_event_changes_just_its_part_and_counts()
    {
        var kinds = typeof(ConversationEvent).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(ConversationEvent)));

        Assert.Equal(kinds.ToHashSet(), Cases.Select(one => one.Event.GetType()).ToHashSet());
        Assert.All(Cases, one => Assert.Equal(one.After with { Version = 8 }, Full.Apply(one.Event)));
    }

    [Fact]
    public void Apply_a_reply_that_was_not_understood_keeps_the_count()
    {
        var after = Full.Apply(new ConversationEvent.BotReplied(Reply.OfText("没看明白"), null, false));

        Assert.Equal((1, null), (after.Misunderstandings, after.More));
    }

    [Fact]
    public void Unbinding_leaves_nothing_of_the_retailer_but_the_senders_own_word_on_messages()
    {
        var after = Full.Apply(new ConversationEvent.RetailerUnbound());

        Assert.Equal(Conversation.Start(Messages.Key()) with { Version = 8, Consent = Consent.Withdrawn }, after);
        Assert.True(after.OptedOut);
    }
}

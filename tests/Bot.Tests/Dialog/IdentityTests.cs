using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Dialog;

public sealed class IdentityTests
{
    private static readonly Retailer First = Shop("330106100200", "便利店");
    private static readonly Retailer Second = Shop("330106100201", "超市");
    private static readonly Inbound.Text Question = Messages.Text("软中华") with { Phone = First.Phone };

    private static readonly Conversation Stranger = Conversation.Start(Messages.Key());
    private static readonly Conversation Bound = Stranger with { Retailer = First.License, Holder = Holder.Of(First), More = "余下" };

    [Fact]
    public void Phone_of_no_shop_is_a_stranger()
    {
        var who = Identity.Of(Question, Stranger, null, [], Messages.At);

        Assert.Equal((Stranger, null, 0), (who.Conversation, who.Retailer, who.Events.Count));
    }

    [Fact]
    public void Phone_of_one_shop_is_bound_before_its_message()
    {
        var who = Identity.Of(Question, Stranger, null, [First], Messages.At);

        Assert.Equal([new ConversationEvent.RetailerBound(First.License, Holder.Of(First))], who.Events);
        Assert.Equal((First, First.License, 1), (who.Retailer, who.Conversation.Retailer, who.Conversation.Version));
        Assert.Equal(Question, who.Message);
    }

    [Fact]
    public void Phone_of_two_shops_is_asked_and_its_question_waits()
    {
        var who = Identity.Of(Question, Stranger, null, [First, Second], Messages.At);
        var form = Identity.Ask(who, Messages.At.AddMinutes(30));
        var chosen = Identity.Of(Question with { Content = "第二个" }, Stranger with { Form = form }, null, [Second, First], Messages.At);

        Assert.Equal((null, 0, 2), (who.Retailer, who.Events.Count, who.Shops.Count));
        Assert.Equal((Second, Question, true, true), (chosen.Retailer, chosen.Message, chosen.HasChosen, chosen.IsQuestion));
    }

    [Theory]
    [InlineData("shop.330106100201", "超市(0201)")]
    [InlineData(null, "超市")]
    public void Shop_is_chosen_by_tap_or_by_name(string? tapped, string words)
    {
        var form = new Form.WhichShop([First.License, Second.License], null) { ExpiresAt = Messages.At.AddMinutes(1) };

        var who = Identity.Of(
            Question with { Content = words, ChoiceId = tapped }, Stranger with { Form = form }, null, [First, Second], Messages.At);

        Assert.Equal((Second, false), (who.Retailer, who.IsQuestion));
    }

    [Fact]
    public void Shop_that_is_no_longer_the_phones_cannot_be_chosen()
    {
        var third = Shop("330106100202", "商店");
        var form = new Form.WhichShop([First.License, Second.License], Question) { ExpiresAt = Messages.At.AddMinutes(1) };

        var who = Identity.Of(Question with { Content = "2" }, Stranger with { Form = form }, null, [First, third], Messages.At);

        Assert.Equal((null, 2), (who.Retailer, who.Shops.Count));
        Assert.Equal(Question, Identity.Ask(who with { Conversation = Stranger with { Form = form } }, Messages.At).Question);
    }

    [Fact]
    public void Choice_after_the_form_has_expired_is_asked_again_and_the_question_is_kept()
    {
        var form = new Form.WhichShop([First.License, Second.License], Question) { ExpiresAt = Messages.At };
        var who = Identity.Of(Question with { Content = "2" }, Stranger with { Form = form }, null, [First, Second], Messages.At);

        Assert.Equal(2, who.Shops.Count);
        Assert.Equal(Question, Identity.Ask(who, Messages.At).Question);
    }

    [Fact]
    public void Shops_of_one_name_are_told_apart()
    {
        var twin = First with { License = LicenseNumber.Parse("330106100999") };

        Assert.Equal(["便利店(0200)", "便利店(0999)"], Identity.ChoicesOf([First, twin]).Select(choice => choice.Label));
        Assert.Equal(["便利店", "超市"], Identity.ChoicesOf([First, Second]).Select(choice => choice.Label));
    }

    [Theory]
    [InlineData("新店主", "13800001200")]
    [InlineData("许文辉", "13911112222")]
    public void Holder_that_changed_ends_the_binding_and_all_that_was_said(string owner, string phone)
    {
        var now = First with { Owner = owner, Phone = phone };

        var who = Identity.Of(Messages.Text("更多"), Bound, now, [], Messages.At);

        Assert.Equal([new ConversationEvent.RetailerUnbound()], who.Events);
        Assert.Equal((true, null, null, null), (who.HasLostAccess, who.Retailer, who.Conversation.Retailer, who.Conversation.More));
    }

    [Fact]
    public void Holder_that_changed_is_bound_anew_where_the_phone_says_who_it_is()
    {
        var now = First with { Owner = "新店主" };

        var who = Identity.Of(Question, Bound, now, [now], Messages.At);

        Assert.Equal(
            [new ConversationEvent.RetailerUnbound(), new ConversationEvent.RetailerBound(First.License, Holder.Of(now))], who.Events);
        Assert.Equal((true, now, null), (who.HasLostAccess, who.Retailer, who.Conversation.More));
    }

    [Fact]
    public void Binding_of_before_there_were_marks_has_to_be_made_again()
    {
        var who = Identity.Of(Messages.Text("余额"), Bound with { Holder = null }, First, [], Messages.At);

        Assert.True(who.HasLostAccess);
        Assert.Null(who.Retailer);
    }

    [Fact]
    public void Row_that_is_gone_keeps_the_binding_without_figures()
    {
        var who = Identity.Of(Messages.Text("余额"), Bound, null, [], Messages.At);

        Assert.Equal((Bound, null, false, 0), (who.Conversation, who.Retailer, who.HasLostAccess, who.Events.Count));
    }

    [Fact]
    public void Nobody_is_bound_in_public() => Assert.False(Identity.NeedsShops(
        Question with { Audience = Audience.Public }, Stranger, null));

    [Theory]
    [InlineData("换店", true)]
    [InlineData("我要换个店", true)]
    [InlineData("换店主了怎么办", false)]
    [InlineData("软中华", false)]
    public void Shops_of_a_bound_phone_are_read_only_to_switch(string words, bool expected) =>
        Assert.Equal(expected, Identity.NeedsShops(Question with { Content = words }, Bound, First));

    [Fact]
    public void Opting_out_is_never_answered_with_a_question()
    {
        foreach (var message in InboundCases.All.Where(one => one is Inbound.OptedOut or Inbound.OptedIn or Inbound.Unfollowed))
        {
            Assert.Empty(Identity.Of(message, Stranger, null, [First, Second], Messages.At).Shops);
        }
    }

    private static Retailer Shop(string license, string name) => new(
        LicenseNumber.Parse(license), "YL000200", name, "许文辉", "13800001200", new Tier(18), MarketType.Town, "便利店",
        new OrderDay(DayOfWeek.Monday, WeekParity.Every), DayOfWeek.Tuesday, "城中3线", "M003", RetailerStatus.Open, null, null, null);
}

using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Dialog.Policies;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Dialog;

[Collection(nameof(County))]
public sealed class ContactPolicyTests(County county)
{
    [Fact]
    public async Task Every_case_without_words_is_dealt_with_and_words_are_passed_on()
    {
        foreach (var message in InboundCases.All)
        {
            var decision = await DecideAsync(message);

            Assert.Equal(message is not (Inbound.Text or Inbound.Voice), decision is not null);
            Assert.True(
                decision is null or { Reply: not null } or { Forget: true } || message is Inbound.OptedIn { Answered: true },
                message.GetType().Name);
        }
    }

    [Fact]
    public async Task Unfollowed_is_forgotten_in_silence()
    {
        var decision = await DecideAsync(InboundCases.All.OfType<Inbound.Unfollowed>().Single());

        Assert.Equal((true, null), (decision!.Forget, decision.Reply));
    }

    [Theory]
    [InlineData(null, "转成文字")]
    [InlineData("  ", "文字")]
    public async Task Voice_without_words_is_asked_for_as_text(string? heard, string expected)
    {
        var decision = await DecideAsync(InboundCases.All.OfType<Inbound.Voice>().Single() with { Recognition = heard });

        Assert.Contains(expected, decision!.Reply!.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("menu.settlement_balance", "要先绑定")]
    [InlineData("menu.supply_quota", "要先绑定")]
    [InlineData("menu.new_brand", "要先绑定")]
    [InlineData("menu.out_of_scope", "请先回「绑定」")]
    [InlineData("an.older.menu", "请先回「绑定」")]
    public async Task Menu_tap_of_a_stranger_gives_no_figure(string key, string expected)
    {
        var decision = await DecideAsync(InboundCases.All.OfType<Inbound.MenuTap>().Single() with { Key = key });

        Assert.Contains(expected, decision!.Reply!.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Consent.Given, false, Consent.Withdrawn)]
    [InlineData(Consent.Given, true, Consent.Barred)]
    [InlineData(Consent.Withdrawn, true, Consent.Barred)]
    [InlineData(Consent.Barred, false, Consent.Barred)]
    internal async Task Opting_out_is_remembered_and_answered_once(Consent before, bool isAnswered, Consent after)
    {
        var message = InboundCases.All.OfType<Inbound.OptedOut>().Single() with { Answered = isAnswered };

        var decision = await DecideAsync(message, before);

        Assert.Equal(after, Assert.IsType<ConversationEvent.ConsentChanged>(Assert.Single(decision!.Events)).Consent);
        Assert.Equal(isAnswered, decision.Reply is null);
    }

    [Theory]
    [InlineData(Consent.Withdrawn, false, Consent.Given)]
    [InlineData(Consent.Barred, true, Consent.Given)]
    [InlineData(Consent.Barred, false, Consent.Barred)]
    internal async Task Opting_in_lifts_what_was_asked_of_us_and_only_the_provider_lifts_its_own(
        Consent before, bool isAnswered, Consent after)
    {
        var message = InboundCases.All.OfType<Inbound.OptedIn>().Single() with { Answered = isAnswered };

        var decision = await DecideAsync(message, before);

        Assert.Equal(after, Assert.IsType<ConversationEvent.ConsentChanged>(Assert.Single(decision!.Events)).Consent);
        Assert.Equal(isAnswered, decision.Reply is null);
    }

    private ValueTask<Decision?> DecideAsync(Inbound message, Consent consent = Consent.Given)
    {
        var policy = county.Services.GetServices<IPolicy>().OfType<ContactPolicy>().Single();
        var turn = new Turn(1, message, Conversation.Start(message.Conversation) with { Consent = consent }, null, null, county.Time.GetUtcNow());
        return policy.DecideAsync(turn, TestContext.Current.CancellationToken);
    }
}

using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Fixtures;

namespace ServiceBot.Bot.Tests.Phrases;

public sealed class CallWordingTests
{
    private static readonly PhraseBook Phrases = PhraseFile.Load(Path.Combine(TestEnvironment.Root, "config"));

    [Fact]
    public void CallPrompts_menu_items_are_intents_that_a_menu_key_can_name() =>
        Assert.All(Phrases.CallPrompts().MenuItems.Keys, label => Assert.True(IntentLabels.TryParse(label, out _), label));

    [Fact]
    public void CallPrompts_leave_their_slots_to_the_channel()
    {
        var prompts = Phrases.CallPrompts();

        Assert.Contains("{what}", prompts.Press, StringComparison.Ordinal);
        Assert.Contains("{key}", prompts.Press, StringComparison.Ordinal);
    }

    [Fact]
    public void CallPrompts_never_ask_to_type_or_tap()
    {
        var prompts = Phrases.CallPrompts();
        string[] said =
        [
            prompts.Welcome, prompts.Press, prompts.Again, prompts.Back, prompts.LeaveDigits, prompts.LeaveRecording, prompts.NothingHeard,
            prompts.UnknownKey, prompts.OneMoment, prompts.TooSlow, prompts.OutOfService, prompts.Goodbye,
            .. prompts.MenuItems.Values,
        ];

        Assert.All(said, words => Assert.DoesNotMatch("回复|点击|点开|「", words));
    }
}

using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>What came in without words: follows, scans, menu taps, pictures and the like.</summary>
internal sealed class ContactPolicy(SkillRouter router, PhraseBook phrases) : IPolicy
{
    private const string MenuPrefix = "menu.";

    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken) => turn.Message switch
    {
        Inbound.Unfollowed => new Decision { Forget = true },
        Inbound.Followed or Inbound.Scanned => await router.AnswerAsync(turn, Intent.Greeting, cancellationToken),
        Inbound.MenuTap { Key: CallTaps.Unanswered } => await router.AnswerAsync(turn, Intent.HumanHandoff, cancellationToken),
        Inbound.MenuTap tap => await router.AnswerAsync(turn, IntentOf(tap), cancellationToken),
        Inbound.Voice when turn.Words.Length == 0 => Decision.Say(phrases.Say(Sentences.VoiceUnread)),
        Inbound.Picture or Inbound.Video or Inbound.Location or Inbound.Link or Inbound.Unsupported =>
            Decision.Say(phrases.Say(Sentences.KindUnread)),
        _ when turn.Words.Trim().Length == 0 => Decision.Say(phrases.Say(Sentences.KindUnread)),
        _ => null,
    };

    /// <summary>A menu key is <c>menu.</c> and an intent's label; a key of an older menu opens the help.</summary>
    private static Intent IntentOf(Inbound.MenuTap tap) =>
        tap.Key.StartsWith(MenuPrefix, StringComparison.Ordinal)
        && IntentLabels.TryParse(tap.Key[MenuPrefix.Length..], out var intent) && intent != Intent.OutOfScope
            ? intent
            : Intent.Help;
}

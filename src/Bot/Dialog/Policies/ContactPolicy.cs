using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>What came in without words: follows, opt-outs, scans, menu taps, pictures and the like.</summary>
internal sealed class ContactPolicy(SkillRouter router, PhraseBook phrases) : IPolicy
{
    private const string MenuPrefix = "menu.";

    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken) => turn.Message switch
    {
        Inbound.Unfollowed => new Decision { Forget = true },
        Inbound.OptedOut stop => Consents(
            stop.Answered || turn.Conversation.Consent == Consent.Barred ? Consent.Barred : Consent.Withdrawn,
            Sentences.OptedOut, stop.Answered),
        Inbound.OptedIn start => Consents(
            !start.Answered && turn.Conversation.Consent == Consent.Barred ? Consent.Barred : Consent.Given,
            Sentences.OptedIn, start.Answered),
        Inbound.Followed or Inbound.Scanned => await router.AnswerAsync(turn, Intent.Greeting, cancellationToken),
        Inbound.MenuTap { Key: CallTaps.Unanswered } => await router.AnswerAsync(turn, Intent.HumanHandoff, cancellationToken),
        Inbound.MenuTap tap => await router.AnswerAsync(turn, IntentOf(tap), cancellationToken),
        Inbound.Voice when turn.Words.Length == 0 => Decision.Say(phrases.For(turn.Channel).Say(Sentences.VoiceUnread)),
        Inbound.Picture or Inbound.Video or Inbound.Location or Inbound.Link or Inbound.Unsupported =>
            Decision.Say(phrases.For(turn.Channel).Say(Sentences.KindUnread)),
        _ when turn.Words.Trim().Length == 0 => Decision.Say(phrases.For(turn.Channel).Say(Sentences.KindUnread)),
        _ => null,
    };

    /// <summary>
    /// What the provider has done it alone undoes: after its own STOP a word to us changes nothing. Where it has answered,
    /// a second answer would be one too many.
    /// </summary>
    private Decision Consents(Consent consent, Phrase sentence, bool isAnswered) =>
        (isAnswered ? Decision.Silence : Decision.Say(phrases.Say(sentence))).With(new ConversationEvent.ConsentChanged(consent));

    /// <summary>A menu key is <c>menu.</c> and an intent's label; a key of an older menu opens the help.</summary>
    private static Intent IntentOf(Inbound.MenuTap tap) =>
        tap.Key.StartsWith(MenuPrefix, StringComparison.Ordinal)
        && IntentLabels.TryParse(tap.Key[MenuPrefix.Length..], out var intent) && intent != Intent.OutOfScope
            ? intent
            : Intent.Help;
}

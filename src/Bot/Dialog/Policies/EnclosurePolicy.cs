using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>Photos and recordings that belong to what is under way: a complaint, a message for the manager.</summary>
internal sealed class EnclosurePolicy(ComplaintSkill complaint, HumanHandoffSkill handoff, PhraseBook phrases) : IPolicy
{
    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        var form = turn.Conversation.Form is { } open && open.ExpiresAt > turn.At ? open : null;
        return form switch
        {
            Form.ComplaintText text when Enclosure.IsPhoto(turn) || Enclosure.IsRecording(turn) =>
                await complaint.TakeEnclosureAsync(turn, text, cancellationToken),
            Form.CallBackOffer when Enclosure.IsRecording(turn) => await handoff.TakeRecordingAsync(turn, cancellationToken),
            _ => Unheard(turn),
        };
    }

    /// <summary>A recording that nothing waits for: on the phone nobody can type instead.</summary>
    private Decision? Unheard(Turn turn) => turn.IsHeard() && turn.Message is Inbound.Voice && turn.Words.Length == 0
        ? Decision.Say(phrases.For(turn.Channel).Say(Sentences.VoiceUnread))
        : null;
}

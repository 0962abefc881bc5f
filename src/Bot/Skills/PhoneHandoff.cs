using Microsoft.Extensions.Options;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Handoff;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>The manager wanted on the phone: put through while people answer, else a message is taken.</summary>
internal sealed class PhoneHandoff(KnowledgeBase knowledge, PhraseBook phrases, IOptions<HandoffOptions> options)
{
    private static readonly TimeSpan MessageLasts = TimeSpan.FromMinutes(30);

    private readonly WorkingHours _hours = options.Value.WorkingHours.ToWorkingHours();

    /// <summary>A call to the retailer's manager, or the request for a message.</summary>
    public async ValueTask<Decision> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var said = phrases.For(turn.Channel);
        var manager = (await knowledge.OfficersAsync(turn.Retailer!.License, cancellationToken)).Manager;
        if (turn.Message is Inbound.MenuTap { Key: CallTaps.Unanswered })
        {
            return TakeMessage(turn, said, Sentences.HandoffNoAnswer);
        }

        return manager is { Phone.Length: > 0 } && _hours.IsOpen(turn.At)
            ? Decision.Say(said.Part(Sentences.HandoffConnect, ("manager", manager.Name)), Officer.Call(manager)) with { Handoff = true }
            : TakeMessage(turn, said, Sentences.HandoffMessage);
    }

    private static Decision TakeMessage(Turn turn, PhraseBook said, Phrase sentence) => Decision.Say(said.Say(sentence))
        .With(new ConversationEvent.FormChanged(
            new Form.CallBackOffer(said.Say(Sentences.Recording)) { ExpiresAt = turn.At + MessageLasts })) with { Handoff = true };
}

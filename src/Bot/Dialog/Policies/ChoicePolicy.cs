using System.Text.RegularExpressions;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>
/// Takes a numbered choice that is on offer: by tap, by its number or by its label. It comes before the forms: a form that
/// opens closes the choices, so where both are open the choices are the later.
/// </summary>
internal sealed partial class ChoicePolicy(
    SkillRouter router, Understander understander, KnowledgeBase knowledge, PhraseBook phrases) : IPolicy
{
    private const string Numerals = "一二三四五六七八九十";

    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Conversation.OpenChoice is not { } open || turn.Message is not (Inbound.Text or Inbound.Voice))
        {
            return null;
        }

        if (Tapped(turn, open) is { } tapped)
        {
            return await TakeAsync(turn, open, tapped, cancellationToken);
        }

        if (open is { IsTaken: false, Options: [var only] } && Yes.Is(turn.Words))
        {
            return await TakeAsync(turn, open, only, cancellationToken);
        }

        if (NumberIn(turn.Understood?.Text ?? "") is not { } number)
        {
            return null;
        }

        return number >= 1 && number <= open.Options.Count
            ? await TakeAsync(turn, open, open.Options[number - 1], cancellationToken)
            : Decision.Say(phrases.For(turn.Channel).Say(Sentences.ChooseInRange, ("count", open.Options.Count)));
    }

    private static OfferedOption? Tapped(Turn turn, OpenChoice open)
    {
        var id = (turn.Message as Inbound.Text)?.ChoiceId;
        var words = turn.Words.Trim();
        return open.Options.FirstOrDefault(option => option.Id == id || option.Label == words);
    }

    private static int? NumberIn(string words)
    {
        if (OnlyNumber().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var text = match.Groups["number"].Value;
        return int.TryParse(text, out var digits) ? digits : Numerals.IndexOf(text, StringComparison.Ordinal) + 1;
    }

    private async ValueTask<Decision?> TakeAsync(
        Turn turn, OpenChoice open, OfferedOption option, CancellationToken cancellationToken)
    {
        switch (option.Kind)
        {
            case OptionKind.Product when await knowledge.ProductAsync(option.Value, cancellationToken) is { } product:
                return (await router.AnswerAsync(turn, open.Intent, [product], cancellationToken))
                    .With(new ConversationEvent.ChoiceOffered(open with { IsTaken = true }));
            case OptionKind.Intent when IntentLabels.TryParse(option.Value, out var intent):
                return await router.AnswerAsync(
                    await AskedBeforeAsync(turn, open.Question, cancellationToken), intent, cancellationToken);
            case OptionKind.Other:
                return await router.ChooseAsync(turn, open.Intent, option.Value, cancellationToken);
            default:
                return null;
        }
    }

    /// <summary>The turn as if the words that were asked back about stood in it: they name the product, or the complaint.</summary>
    private async ValueTask<Turn> AskedBeforeAsync(Turn turn, string? question, CancellationToken cancellationToken)
    {
        if (question is null)
        {
            return turn;
        }

        var (key, id, sentAt) = (turn.Message.Conversation, turn.Message.MessageId, turn.Message.SentAt);
        return turn with
        {
            Message = new Inbound.Text(question) { Conversation = key, MessageId = id, SentAt = sentAt },
            Understood = await understander.UnderstandAsync(question, turn.At, cancellationToken),
        };
    }

    [GeneratedRegex(@"^(?:第|选|要|回复)?\s*(?<number>[0-9]{1,2}|[一二三四五六七八九十])\s*(?:个|号|项|、|\.|。|吧)*$")]
    private static partial Regex OnlyNumber();
}

using System.Text.RegularExpressions;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>Takes a numbered choice that is on offer: by tap, by its number or by its label.</summary>
internal sealed partial class ChoicePolicy(SkillRouter router, KnowledgeBase knowledge, PhraseBook phrases) : IPolicy
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

        if (NumberIn(turn.Understood?.Text ?? "") is not { } number)
        {
            return null;
        }

        return number >= 1 && number <= open.Options.Count
            ? await TakeAsync(turn, open, open.Options[number - 1], cancellationToken)
            : Decision.Say(phrases.Say(Sentences.ChooseInRange, ("count", open.Options.Count)));
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
                return await router.AnswerAsync(turn, open.Intent, [product], cancellationToken);
            case OptionKind.Intent when IntentLabels.TryParse(option.Value, out var intent):
                return await router.AnswerAsync(turn, intent, cancellationToken);
            case OptionKind.Other:
                return await router.ChooseAsync(turn, open.Intent, option.Value, cancellationToken);
            default:
                return null;
        }
    }

    [GeneratedRegex(@"^(?:第|选|要|回复)?\s*(?<number>[0-9]{1,2}|[一二三四五六七八九十])\s*(?:个|号|项|、|\.|。|吧)*$")]
    private static partial Regex OnlyNumber();
}

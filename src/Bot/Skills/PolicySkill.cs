using System.Globalization;
using System.Text.RegularExpressions;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Bot.Skills;

/// <summary>Notices in force (经营政策).</summary>
internal sealed partial class PolicySkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    private const int Most = 8;

    /// <inheritdoc/>
    public Intent Intent => Intent.Policy;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var said = phrases.For(turn.Channel);
        if (turn.Retailer is { } retailer && AsksOwnTier().IsMatch(turn.Words)
            && await knowledge.AsOfAsync(TradeTable.Retailers, cancellationToken) is { } asOf)
        {
            return Decision.Say(said.Say(
                Sentences.PolicyTier,
                ("tier", retailer.Tier), ("market", retailer.Market.Name()), ("asOf", turn.Moment(asOf))));
        }

        var notices = (await knowledge.NoticesInForceAsync(turn.Today, cancellationToken)).Take(turn.AtOnce(Most)).ToList();
        return notices.Count switch
        {
            0 => Decision.Say(said.Say(Sentences.PolicyNone)),
            1 => Decision.Say(Words(turn, notices[0])),
            _ => ProductChoices.Offer(
                said.Say(Sentences.PolicyHead, ("count", notices.Count)),
                Intent.Policy,
                [.. notices.Select((notice, index) => new OfferedOption(
                    $"{turn.Seq}.{index + 1}", notice.Title, OptionKind.Other, KeyOf(notice)))]),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<Decision?> ChooseAsync(Turn turn, string value, CancellationToken cancellationToken)
    {
        var notices = await knowledge.NoticesInForceAsync(turn.Today, cancellationToken);
        return notices.FirstOrDefault(notice => KeyOf(notice) == value) is { } chosen ? Decision.Say(Words(turn, chosen)) : null;
    }

    [GeneratedRegex("^(?:我的|我是|我现在|我家|我店|本店|查|看)*(?:是|在)?(?:什么|几|多少|第几)?档(?:位)?(?:是)?(?:多少|几档|什么|呢|吗)?[?？。]?$")]
    private static partial Regex AsksOwnTier();

    private string Words(Turn turn, PolicyNotice notice) => phrases.For(turn.Channel).Say(
        Sentences.PolicyOne, ("title", notice.Title), ("from", notice.EffectiveDate.Short()), ("body", notice.Body));

    private static string KeyOf(PolicyNotice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{notice.EffectiveDate:yyyy-MM-dd} {notice.Title}");
}

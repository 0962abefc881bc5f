using System.Text.RegularExpressions;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>
/// Short messages that lean on the last answer: 那硬的呢, 荷花呢, 为什么, 多少钱 after a product was named.
/// </summary>
internal sealed partial class FollowUpPolicy(SkillRouter router, SupplyQuotaSkill supply, KnowledgeBase knowledge, ProductChoices choices)
    : IPolicy
{
    private const int ShortWords = 14;

    private static readonly HashSet<Intent> AboutProducts = [Intent.SupplyQuota, Intent.Price, Intent.Arrival];

    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        var words = turn.Understood?.Text ?? "";
        if (SubjectOf(turn.Conversation) is not { ProductCodes.Count: > 0 } subject
            || !AboutProducts.Contains(subject.Intent) || words.Length > ShortWords)
        {
            return null;
        }

        if (Why().IsMatch(words) && OpenProducts(turn.Conversation) is null && subject.Intent == Intent.SupplyQuota && !turn.Mentions.Any())
        {
            return await ExplainAsync(turn, subject, cancellationToken);
        }

        return turn.Mentions.Any()
            ? await SameQuestionAsync(turn, subject, words, cancellationToken)
            : await SameProductAsync(turn, subject, words, cancellationToken);
    }

    private async ValueTask<Decision?> ExplainAsync(Turn turn, Subject subject, CancellationToken cancellationToken) =>
        turn.Retailer is null
            ? null
            : await supply.ExplainAsync(turn, subject.ProductCodes[0], cancellationToken) with { Intent = Intent.SupplyQuota };

    /// <summary>荷花呢 after a price is about the price of 荷花.</summary>
    private async ValueTask<Decision?> SameQuestionAsync(
        Turn turn, Subject subject, string words, CancellationToken cancellationToken) =>
        AndThat().IsMatch(words) ? await router.AnswerAsync(turn, subject.Intent, cancellationToken) : null;

    private async ValueTask<Decision?> SameProductAsync(
        Turn turn, Subject subject, string words, CancellationToken cancellationToken)
    {
        var inForm = await knowledge.FindByFormAsync(subject.ProductCodes[0], words, cancellationToken);
        var intent = AsksItself(turn.Understood!) is { } asked ? asked : subject.Intent;
        if (inForm.Count == 1)
        {
            return await router.AnswerAsync(turn, intent, [inForm[0].Product], cancellationToken);
        }

        if (inForm.Count > 1)
        {
            return await choices.AskAsync(turn, intent, [new ProductMention(words, 0, inForm, BrandOnly: false)], cancellationToken);
        }

        if (AsksItself(turn.Understood!) is not { } other || Everything().IsMatch(words))
        {
            return null;
        }

        return OpenProducts(turn.Conversation) is { } open
            ? choices.AskAgain(turn, other, open)
            : await router.AnswerAsync(turn, other, await ProductsAsync(subject, cancellationToken), cancellationToken);
    }

    /// <summary>Products that were asked back about come before those of the last answer: 荷花呢, then 多少钱, is about 荷花.</summary>
    private static Subject? SubjectOf(Conversation conversation) => OpenProducts(conversation) is { } open
        ? new Subject(open.Intent, [.. open.Options.Select(option => option.Value)])
        : conversation.Subject;

    private static OpenChoice? OpenProducts(Conversation conversation) =>
        conversation.OpenChoice is { IsTaken: false } open && open.Options.All(option => option.Kind == OptionKind.Product)
            ? open
            : null;

    private static Intent? AsksItself(Understood understood) =>
        AboutProducts.Contains(understood.Intent) ? understood.Intent : null;

    private async ValueTask<IReadOnlyList<Product>> ProductsAsync(Subject subject, CancellationToken cancellationToken)
    {
        var products = new List<Product>();
        foreach (var code in subject.ProductCodes)
        {
            if (await knowledge.ProductAsync(code, cancellationToken) is { } product)
            {
                products.Add(product);
            }
        }

        return products;
    }

    [GeneratedRegex("^(?:那|这)?(?:为什么|为啥|为何|咋|凭什么|怎么(?:这么|才|只|算|会)|原因|什么原因|怎么回事)")]
    private static partial Regex Why();

    [GeneratedRegex("^(?:那|还有|再看看|再查|换)|(?:呢|咧|来|嘛|吗)$")]
    private static partial Regex AndThat();

    // 明天烟到不到 is about tobacco at large, 这烟到了没 about the one before.
    [GeneratedRegex("(?<![这那该个种款的])烟.{0,4}[到来]|哪些|什么烟|啥烟|什么货|所有|全部|清单|都有|还有什么|还能订什么")]
    private static partial Regex Everything();
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>
/// Everything that is said where strangers read along. It comes first and decides alone: numbers to ring, notices, answers to
/// common questions, and the way to a private talk. Tobacco must not be advertised to the public, so no product is spoken of;
/// nothing is bound or recorded, and no words of the asker are repeated.
/// </summary>
internal sealed partial class PublicPolicy(
    HotlineSkill hotlines, FaqSkill faq, KnowledgeBase knowledge, PhraseBook phrases, IOptions<UnderstandingOptions> options) : IPolicy
{
    private const int MostNotices = 3;

    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Message.Audience != Audience.Public
            || turn.Message is Inbound.Unfollowed or Inbound.OptedOut or Inbound.OptedIn)
        {
            return null;
        }

        var intent = IntentOf(turn);
        return await AnswerAsync(turn, intent, cancellationToken) with { Intent = intent };
    }

    /// <summary>What is asked; out of scope where that is not clear, since asking back would list what may be asked in private only.</summary>
    private Intent IntentOf(Turn turn) => turn.Understood switch
    {
        null => Intent.Help,
        { } understood when NamesLicense(understood) => Intent.Bind,
        _ when turn.Mentions.Any() => Intent.SupplyQuota,
        { } understood => understood.Confidence >= options.Value.AnswerAt ? understood.Intent : Intent.OutOfScope,
    };

    private async ValueTask<Decision> AnswerAsync(Turn turn, Intent intent, CancellationToken cancellationToken) => intent switch
    {
        Intent.Greeting => Say(Sentences.PublicGreeting),
        Intent.Thanks => Say(Sentences.Thanks),
        Intent.Goodbye => Say(Sentences.Goodbye),
        Intent.Help => Say(Sentences.PublicHelp),
        Intent.Hotline => Decision.Say([.. await hotlines.PartsAsync(turn, cancellationToken)]),
        Intent.Complaint or Intent.HumanHandoff or Intent.ManagerContact =>
            Decision.Say([phrases.Part(Sentences.PublicPerson), .. await hotlines.PartsAsync(turn, cancellationToken)]),
        Intent.Policy => Decision.Say(await NoticesAsync(turn, cancellationToken)),
        Intent.OrderDay => await ArticleAsync(turn, cancellationToken) ?? Say(Sentences.PublicOrderDay),
        Intent.Faq or Intent.OutOfScope =>
            await ArticleAsync(turn, cancellationToken) ?? Say(Sentences.PublicHelp) with { Understood = false },
        Intent.Bind when turn.Understood is { } understood && NamesLicense(understood) => Say(Sentences.PublicLicense),
        _ => Say(Sentences.PublicInvite),
    };

    private Decision Say(Phrase sentence) => Decision.Say(phrases.Say(sentence));

    private async ValueTask<Decision?> ArticleAsync(Turn turn, CancellationToken cancellationToken) =>
        await faq.ForEveryoneAsync(turn.Words, cancellationToken) is { } article && !Figure().IsMatch(article.Answer)
            ? Decision.Say(article.Answer)
            : null;

    private async ValueTask<string> NoticesAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = new List<string>();
        foreach (var notice in await knowledge.NoticesInForceAsync(turn.Today, cancellationToken))
        {
            var words = phrases.Say(
                Sentences.PolicyOne, ("title", notice.Title), ("from", notice.EffectiveDate.Short()), ("body", notice.Body));
            if (!Figure().IsMatch(words) && !ProductTalk().IsMatch(words)
                && (await knowledge.FindProductsAsync(words, cancellationToken)).Count == 0)
            {
                open.Add(words);
            }
        }

        return open.Count == 0 ? phrases.Say(Sentences.PolicyNone) : Wording.Lines(open.Take(MostNotices));
    }

    /// <summary>A licence number, or any run of digits that long: better to warn once too often.</summary>
    private static bool NamesLicense(Understood understood) =>
        understood.Entities.OfType<Entity.LicenseNamed>().Any() || LongNumber().IsMatch(understood.Text);

    [GeneratedRegex("[0-9]{12}")]
    private static partial Regex LongNumber();

    [GeneratedRegex("[0-9] *[条元包档]")]
    private static partial Regex Figure();

    [GeneratedRegex("新品|上市|促销")]
    private static partial Regex ProductTalk();
}

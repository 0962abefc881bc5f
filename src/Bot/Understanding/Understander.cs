using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Reads a retailer's words: normalise → entities → intent → confidence. Safe for use from many threads.
/// </summary>
public sealed class Understander
{
    private const int LeastInitials = 3;

    private readonly ProductFinder _findProducts;
    private readonly IntentModelSource _source;
    private readonly UnderstandingOptions _options;

    /// <summary>Takes the finder of products and where the model in force comes from.</summary>
    public Understander(ProductFinder findProducts, IntentModelSource source, UnderstandingOptions options) =>
        (_findProducts, _source, _options) = (findProducts, source, options);

    /// <summary>
    /// Understands one text as written at an instant (dates such as 明天 depend on it). A text without words, such as a
    /// picture of a smile, is out of scope.
    /// </summary>
    public async ValueTask<Understood> UnderstandAsync(string text, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var normalised = Normaliser.Normalise(text);
        var found = await _findProducts(normalised, cancellationToken);
        var mentions = found.Where(mention => IsNamed(mention, normalised)).ToArray();
        var spans = EntityFinder.Find(normalised, mentions, at.DateInChina());
        var model = _source.Current;
        var message = new Message(normalised, ModelText.Of(normalised, spans, model.Synonyms), spans);
        var ranked = Rank(message, model);
        var decided = Decide(message, ranked, model);
        return new Understood(normalised, decided.Intent, decided.Confidence, ranked, [.. spans.Select(span => span.Entity)]);
    }

    // A message that is nothing but initials, such as hhl, is a product's even where the same letters in a sentence are not.
    private bool IsNamed(ProductMention mention, string text) =>
        mention.Candidates[0].Score >= _options.LeastProductScore
        || (mention.Text.Length >= LeastInitials && mention.Text.Length == text.Length);

    private IntentScore[] Rank(Message message, IntentModel model)
    {
        if (message.ModelText.Length == 0)
        {
            return [new IntentScore(Intent.OutOfScope, WholeMessageRules.Certain)];
        }

        var ranked = model.Rank(message.ModelText);
        return Sure(message, model) is { } sure ? PutFirst(sure, ranked) : ranked;
    }

    private IntentScore? Sure(Message message, IntentModel model) =>
        model.LabelledAs(message.ModelText) is { } label
            ? new IntentScore(label, WholeMessageRules.Certain)
            : WholeMessageRules.Decide(message, _options.AskBack);

    // The others share what the rule leaves, so that the list still adds up to 1.
    private static IntentScore[] PutFirst(IntentScore sure, IntentScore[] ranked)
    {
        var others = ranked.Where(score => score.Intent != sure.Intent).ToArray();
        var rest = others.Sum(score => score.Confidence);
        var share = rest > 0 ? (1 - sure.Confidence) / rest : 0;
        return [sure, .. others.Select(score => score with { Confidence = score.Confidence * share })];
    }

    private IntentScore Decide(Message message, IntentScore[] ranked, IntentModel model)
    {
        var best = ranked[0];
        if (IsOfTheTrade(message, model))
        {
            return best.Intent == Intent.OutOfScope ? ReconsiderTrade(ranked) : best;
        }

        return best.Intent.IsBusiness() && best.Confidence < _options.AnswerStrangeWordsAt ? DoubtChatter(ranked) : best;
    }

    // Of the trade and hardly more likely chatter than not: asking back costs less than turning a retailer away.
    private IntentScore ReconsiderTrade(IntentScore[] ranked)
    {
        var chatter = ranked[0];
        var next = ranked.Length > 1 ? ranked[1] : chatter;
        return chatter.Confidence < _options.AnswerAt && next.Confidence >= _options.AskBackAt ? next : chatter;
    }

    // Nothing of the trade in it: unsure, it is chatter, which asking back would only bother; fairly sure, it is asked back.
    private IntentScore DoubtChatter(IntentScore[] ranked) =>
        ranked[0].Confidence < _options.AskBackAt
            ? Array.Find(ranked, score => score.Intent == Intent.OutOfScope)!
            : ranked[0] with { Confidence = Math.Min(ranked[0].Confidence, _options.AskBack) };

    private static bool IsOfTheTrade(Message message, IntentModel model) =>
        message.Spans.Any(span => span.Entity is Entity.ProductNamed or Entity.LicenseNamed or Entity.TicketNamed)
        || model.HasDomainWord(message.Text);
}

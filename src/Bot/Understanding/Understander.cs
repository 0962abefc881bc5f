using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Reads a retailer's words: normalise → entities → intent → confidence. Safe for use from many threads.
/// </summary>
public sealed class Understander
{
    private readonly ProductFinder _findProducts;
    private readonly IntentModel _model;
    private readonly UnderstandingOptions _options;

    /// <summary>Understands with the catalogue of the trade tables.</summary>
    public Understander(KnowledgeBase knowledge, IntentModel model, UnderstandingOptions options)
        : this(knowledge.FindProductsAsync, model, options)
    {
    }

    /// <summary>Understands with any finder of products.</summary>
    public Understander(ProductFinder findProducts, IntentModel model, UnderstandingOptions options) =>
        (_findProducts, _model, _options) = (findProducts, model, options);

    /// <summary>
    /// Understands one text as written at an instant (dates such as 明天 depend on it). A text without words, such as a
    /// picture of a smile, is out of scope.
    /// </summary>
    public async ValueTask<Understood> UnderstandAsync(string text, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var normalised = Normaliser.Normalise(text);
        var found = await _findProducts(normalised, cancellationToken);
        var mentions = found.Where(mention => mention.Candidates[0].Score >= _options.LeastProductScore).ToArray();
        var spans = EntityFinder.Find(normalised, mentions, at.DateInChina());
        var message = new Message(normalised, ModelText.Of(normalised, spans, _model.Synonyms), spans);
        var ranked = Rank(message);
        var decided = Decide(message, ranked);
        return new Understood(normalised, decided.Intent, decided.Confidence, ranked, [.. spans.Select(span => span.Entity)]);
    }

    private IntentScore[] Rank(Message message)
    {
        if (message.ModelText.Length == 0)
        {
            return [new IntentScore(Intent.OutOfScope, WholeMessageRules.Certain)];
        }

        var ranked = _model.Rank(message.ModelText);
        return Sure(message) is { } sure ? PutFirst(sure, ranked) : ranked;
    }

    private IntentScore? Sure(Message message) =>
        _model.LabelledAs(message.ModelText) is { } label
            ? new IntentScore(label, WholeMessageRules.Certain)
            : WholeMessageRules.Decide(message, (_options.AskBackAt + _options.AnswerAt) / 2);

    // The others share what the rule leaves, so that the list still adds up to 1.
    private static IntentScore[] PutFirst(IntentScore sure, IntentScore[] ranked)
    {
        var others = ranked.Where(score => score.Intent != sure.Intent).ToArray();
        var rest = others.Sum(score => score.Confidence);
        var share = rest > 0 ? (1 - sure.Confidence) / rest : 0;
        return [sure, .. others.Select(score => score with { Confidence = score.Confidence * share })];
    }

    // Unsure, and nothing of the trade in it: asking back would bother someone who only chats.
    private IntentScore Decide(Message message, IntentScore[] ranked)
    {
        var best = ranked[0];
        var unsure = best.Confidence < _options.AskBackAt;
        return unsure && !IsOfTheTrade(message)
            ? Array.Find(ranked, score => score.Intent == Intent.OutOfScope)!
            : best;
    }

    private bool IsOfTheTrade(Message message) =>
        message.Spans.Any(span => span.Entity is Entity.ProductNamed or Entity.LicenseNamed or Entity.TicketNamed)
        || _model.HasDomainWord(message.Text);
}

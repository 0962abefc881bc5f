using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>When products arrive (到货).</summary>
internal sealed class ArrivalSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    private const int DaysBack = 3;
    private const int MostLines = 12;

    /// <inheritdoc/>
    public Intent Intent => Intent.Arrival;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public bool AboutProducts => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var from = turn.Today.AddDays(-DaysBack);
        var all = await knowledge.ArrivalsAsync(null, from, cancellationToken);
        if (all.AsOf is not { } asOf)
        {
            return Decision.Say(phrases.Say(Sentences.ArrivalNotLoaded));
        }

        return Decision.Say(products.Count == 0
            ? Everything(all.Arrivals, asOf)
            : Wording.Lines([.. products.SelectMany(product => OfProduct(product, all.Arrivals)), Foot(asOf)]));
    }

    private IEnumerable<string> OfProduct(Product product, IReadOnlyList<ArrivedProduct> arrivals)
    {
        var own = arrivals.Where(arrival => arrival.Product.Code == product.Code).ToList();
        return own.Count > 0
            ? own.Select(Line)
            : [phrases.Say(Sentences.ArrivalNone, ("product", product.Name))];
    }

    private string Everything(IReadOnlyList<ArrivedProduct> arrivals, DateTimeOffset asOf) => arrivals.Count == 0
        ? phrases.Say(Sentences.ArrivalListNone, ("asOf", asOf.Minute()))
        : Wording.Lines(
            [phrases.Say(Sentences.ArrivalList, ("asOf", asOf.Minute())), .. arrivals.Take(MostLines).Select(Line)]);

    private string Line(ArrivedProduct arrived) => phrases.Say(
        Sentences.ArrivalLine,
        ("product", arrived.Product.Name), ("date", arrived.Arrival.Date.WithWeekday()), ("note", arrived.Arrival.Note));

    private string Foot(DateTimeOffset asOf) => phrases.Say(Sentences.ArrivalFoot, ("asOf", asOf.Minute()));
}

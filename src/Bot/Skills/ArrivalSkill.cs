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
        var all = await knowledge.ArrivalsAsync(null, turn.Today.AddDays(-DaysBack), cancellationToken);
        return Decision.Say(all.AsOf is { } asOf
            ? new Words(phrases.For(turn.Channel), turn, asOf).Of(products, all.Arrivals)
            : phrases.For(turn.Channel).Say(Sentences.ArrivalNotLoaded));
    }

    private sealed class Words(PhraseBook phrases, Turn turn, DateTimeOffset loadedAt)
    {
        private readonly (string, object?) _asOf = ("asOf", turn.Moment(loadedAt));

        public string Of(IReadOnlyList<Product> products, IReadOnlyList<ArrivedProduct> arrivals) => products.Count == 0
            ? Everything(arrivals)
            : Wording.Lines([.. products.SelectMany(product => OfProduct(product, arrivals)), phrases.Say(Sentences.ArrivalFoot, _asOf)]);

        private IEnumerable<string> OfProduct(Product product, IReadOnlyList<ArrivedProduct> arrivals)
        {
            var own = arrivals.Where(arrival => arrival.Product.Code == product.Code).ToList();
            return own.Count > 0
                ? own.Select(Line)
                : [phrases.Say(Sentences.ArrivalNone, ("product", product.Name))];
        }

        private string Everything(IReadOnlyList<ArrivedProduct> arrivals) => arrivals.Count == 0
            ? phrases.Say(Sentences.ArrivalListNone, _asOf)
            : Wording.Lines([phrases.Say(Sentences.ArrivalList, _asOf), .. Nearest(arrivals).Select(Line)]);

        /// <summary>By SMS the list goes on with 更多; heard, it is a few of those to come.</summary>
        private IEnumerable<ArrivedProduct> Nearest(IReadOnlyList<ArrivedProduct> arrivals) => turn.IsHeard()
            ? arrivals.OrderBy(arrived => arrived.Arrival.Date < turn.Today).Take(turn.AtOnce(MostLines))
            : arrivals.Take(MostLines);

        private string Line(ArrivedProduct arrived) => phrases.Say(
            Sentences.ArrivalLine,
            ("product", arrived.Product.Name), ("date", turn.DayOf(arrived.Arrival.Date)), ("note", arrived.Arrival.Note));
    }
}

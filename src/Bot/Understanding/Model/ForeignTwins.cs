namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Out-of-scope twins of in-scope wordings: the same sentence about something that is not ours. They teach the model that
/// the frame alone (…到货了吗, …余额查询) is not enough; each comes once with the word itself, standing for all the words no
/// list has, and once with the placeholder.
/// </summary>
internal sealed class ForeignTwins
{
    // Longer wordings carry more than a frame; a service put before them makes no sentence.
    private const int LongestFrame = 8;

    private static readonly string Product = ModelText.Product.ToString();
    private static readonly string Foreign = ModelText.Foreign.ToString();

    private static readonly HashSet<Intent> AskedOfAnyService =
    [
        Intent.SettlementBalance, Intent.Hotline, Intent.HumanHandoff, Intent.Complaint, Intent.Delivery, Intent.Arrival,
        Intent.NewBrand, Intent.Policy, Intent.StopSubscription, Intent.Subscribe, Intent.Bind, Intent.Faq,
    ];

    private readonly ForeignWords _words;
    private readonly Synonyms _synonyms;

    public ForeignTwins(ForeignWords words, Synonyms synonyms) => (_words, _synonyms) = (words, synonyms);

    /// <summary>The twins of a wording; <paramref name="turn"/> chooses the word, so that all get their turn.</summary>
    public IEnumerable<TrainingText> Of(LabelledExample example, int turn)
    {
        if (example.Intent == Intent.OutOfScope)
        {
            return [];
        }

        var form = TrainingTexts.WithProducts(example.Wording, _synonyms);
        var twins = form.Contains(ModelText.Product, StringComparison.Ordinal) ? AboutGoods(form, turn)
            : AskedOfAnyService.Contains(example.Intent) && form.Length <= LongestFrame ? AboutServices(form, turn)
            : [];
        return twins.Select(twin => new TrainingText(twin, Intent.OutOfScope, IsTwin: true));
    }

    // Instead of the product, and behind it: 黄山 is a brand, 黄山门票 is not about tobacco.
    private IEnumerable<string> AboutGoods(string form, int turn)
    {
        var word = _words.Goods[turn % _words.Goods.Count];
        var other = _words.Goods[(turn + (_words.Goods.Count / 2)) % _words.Goods.Count];
        return [Replaced(form, word), Replaced(form, Foreign), Replaced(form, Product + other), Replaced(form, Product + Foreign)];
    }

    private IEnumerable<string> AboutServices(string form, int turn) =>
        [_words.Services[turn % _words.Services.Count] + form, Foreign + form];

    private static string Replaced(string form, string words) => form.Replace(Product, words, StringComparison.Ordinal);
}

namespace ServiceBot.Bot.Understanding;

/// <summary>Labelled wordings in the form that the model reads.</summary>
internal static class TrainingTexts
{
    // The day plays no part: every date becomes the same placeholder.
    private static readonly DateOnly AnyDay = new(2026, 1, 1);

    /// <summary>A wording as it reads when the catalogue finds its products.</summary>
    public static string WithProducts(MarkedText wording, Synonyms synonyms) =>
        ModelText.Of(wording.Text, EntityFinder.Find(wording.Text, wording.Products, AnyDay), synonyms);

    /// <summary>
    /// A wording as it reads with its products found, and, when that differs, with none found: the model holds up when a
    /// product is too strange for the catalogue.
    /// </summary>
    public static IEnumerable<TrainingText> Of(LabelledExample example, Synonyms synonyms)
    {
        var found = WithProducts(example.Wording, synonyms);
        var unfound = WithProducts(example.Wording with { Products = [] }, synonyms);
        return new[] { found, unfound }
            .Distinct()
            .Where(text => text.Length > 0)
            .Select(text => new TrainingText(text, example.Intent));
    }
}

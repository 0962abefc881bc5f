namespace ServiceBot.Bot.Understanding;

/// <summary>What there is to train on.</summary>
internal sealed record TrainingSet(IReadOnlyList<LabelledExample> Examples, Synonyms Synonyms, ForeignWords Foreign)
{
    /// <summary>
    /// The texts of the chosen wordings with their out-of-scope twins. A twin that reads like a wording of any label is left out.
    /// </summary>
    public List<TrainingText> Texts(Func<int, bool> chosen)
    {
        var twins = new ForeignTwins(Foreign, Synonyms);
        var written = Examples.SelectMany(example => TrainingTexts.Of(example, Synonyms))
            .Select(text => text.ModelText)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Examples.Where((_, index) => chosen(index)).SelectMany(example => TrainingTexts.Of(example, Synonyms)),
            .. Examples.Select((example, index) => (example, index))
                .Where(entry => chosen(entry.index))
                .SelectMany(entry => twins.Of(entry.example, entry.index))
                .Where(twin => !written.Contains(twin.ModelText)),
        ];
    }
}

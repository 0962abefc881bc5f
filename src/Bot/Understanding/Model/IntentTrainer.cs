namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Trains on every wording, and sets the temperature on wordings that the judged weights have not seen: parts of the
/// training are left out in turn.
/// </summary>
internal static class IntentTrainer
{
    private const int Folds = 3;

    /// <summary>Trains; some seconds of one core.</summary>
    public static IntentWeights Train(
        IReadOnlyList<LabelledExample> examples, Synonyms synonyms, Action<string>? progress, CancellationToken cancellationToken)
    {
        var unseen = new List<JudgedScore>();
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Invoke($"Calibrating the intent model, part {fold + 1} of {Folds}");
            unseen.AddRange(Judge(examples, synonyms, fold));
        }

        cancellationToken.ThrowIfCancellationRequested();
        progress?.Invoke($"Training the intent model on {examples.Count} wordings");
        return MaximumEntropyTrainer.Train(Texts(examples, synonyms)).WithTemperature(Calibration.BestTemperature(unseen));
    }

    private static IEnumerable<JudgedScore> Judge(IReadOnlyList<LabelledExample> examples, Synonyms synonyms, int fold)
    {
        var weights = MaximumEntropyTrainer.Train(
            Texts(examples.Where((_, index) => index % Folds != fold), synonyms));
        return Texts(examples.Where((_, index) => index % Folds == fold), synonyms)
            .Select(text => new JudgedScore(weights.Score(text.ModelText), text.Intent));
    }

    private static List<TrainingText> Texts(IEnumerable<LabelledExample> examples, Synonyms synonyms) =>
        [.. examples.SelectMany(example => TrainingTexts.Of(example, synonyms))];
}

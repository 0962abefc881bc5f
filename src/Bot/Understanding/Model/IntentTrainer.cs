namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Trains on every wording. The temperature comes from a training before that, which leaves every fifth wording out and is
/// judged on those.
/// </summary>
internal static class IntentTrainer
{
    private const int LeftOut = 5;

    /// <summary>Trains; some seconds of one core.</summary>
    public static IntentWeights Train(TrainingSet set, Action<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Invoke("Calibrating the intent model");
        var temperature = Calibration.BestTemperature(JudgeLeftOut(set));
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Invoke($"Training the intent model on {set.Examples.Count} wordings");
        return SoftmaxTrainer.Train(set.Texts(_ => true)).WithTemperature(temperature);
    }

    private static List<JudgedScore> JudgeLeftOut(TrainingSet set)
    {
        var weights = SoftmaxTrainer.Train(set.Texts(index => index % LeftOut != 0));
        return
        [
            .. set.Examples.Where((_, index) => index % LeftOut == 0)
                .SelectMany(example => TrainingTexts.Of(example, set.Synonyms))
                .Select(text => new JudgedScore(weights.Score(text.ModelText), text.Intent)),
        ];
    }
}

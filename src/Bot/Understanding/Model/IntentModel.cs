namespace ServiceBot.Bot.Understanding;

/// <summary>
/// What was learned from the files people edit: the weights, and the words that go with them. Trained once for a state of
/// the files and kept by their hash; later starts only read the weights. Safe for use from many threads.
/// </summary>
public sealed class IntentModel
{
    private readonly IntentWeights _weights;
    private readonly ExactWordings _exact;
    private readonly IReadOnlyList<string> _domainWords;

    internal IntentModel(
        IntentWeights weights, ExactWordings exact, Synonyms synonyms, IReadOnlyList<string> domainWords, string version)
    {
        (_weights, _exact, _domainWords) = (weights, exact, domainWords);
        (Synonyms, Version) = (synonyms, version);
    }

    /// <summary>The hash of the files that the weights were trained on.</summary>
    public string Version { get; }

    internal Synonyms Synonyms { get; }

    /// <summary>Reads the weights for the files as they are now, or trains and keeps them.</summary>
    /// <param name="nluFolder">Holds <c>intents/</c>, <c>synonyms.txt</c> and <c>domain-words.txt</c>.</param>
    /// <param name="modelFolder">Where weights are kept, as <c>intent-{hash}.bin</c>; made when absent.</param>
    /// <param name="progress">What is being done, for a display.</param>
    /// <param name="cancellationToken">Stops between the steps of training.</param>
    /// <exception cref="FormatException">A file cannot be read as labelled wordings; the message names it.</exception>
    public static async Task<IntentModel> LoadOrTrainAsync(
        string nluFolder, string modelFolder, Action<string>? progress, CancellationToken cancellationToken)
    {
        var folder = new NluFolder(nluFolder);
        var examples = await folder.ReadExamplesAsync(cancellationToken);
        var foreign = await folder.ReadForeignWordsAsync(cancellationToken);
        var synonyms = await folder.ReadSynonymsAsync(foreign, cancellationToken);
        var exact = ExactWordings.Of(examples, synonyms);
        var version = await folder.HashAsync(NGrams.Version, cancellationToken);
        var path = Path.Combine(modelFolder, $"intent-{version}.bin");
        var weights = await IntentWeightsFile.TryReadAsync(path, cancellationToken)
            ?? await TrainAsync(new TrainingSet(examples, synonyms, foreign), path, progress, cancellationToken);
        return new IntentModel(weights, exact, synonyms, await folder.ReadDomainWordsAsync(cancellationToken), version);
    }

    /// <summary>The label of a labelled wording that reads the same, or null.</summary>
    internal Intent? LabelledAs(string modelText) => _exact.Find(modelText);

    /// <summary>Every intent with its calibrated confidence, best first.</summary>
    internal IntentScore[] Rank(string modelText)
    {
        var probabilities = _weights.Predict(modelText);
        var ranked = new IntentScore[probabilities.Length];
        for (var label = 0; label < ranked.Length; label++)
        {
            ranked[label] = new IntentScore((Intent)label, probabilities[label]);
        }

        Array.Sort(ranked, (left, right) => right.Confidence.CompareTo(left.Confidence));
        return ranked;
    }

    /// <summary>True when a normalised text holds a word of the trade.</summary>
    internal bool HasDomainWord(string text) =>
        _domainWords.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static async Task<IntentWeights> TrainAsync(
        TrainingSet set, string path, Action<string>? progress, CancellationToken cancellationToken)
    {
        var weights = await Task.Run(() => IntentTrainer.Train(set, progress, cancellationToken), cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await IntentWeightsFile.WriteAsync(weights, path, cancellationToken);
        return weights;
    }
}

using System.Collections.Frozen;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// The labelled wordings word for word: a message that reads the same as one has its label for certain, so that a line
/// added to a file works at once, however short (td, rg, 停).
/// </summary>
internal sealed class ExactWordings
{
    private readonly FrozenDictionary<string, Intent> _labels;

    private ExactWordings(FrozenDictionary<string, Intent> labels) => _labels = labels;

    /// <summary>Takes the wordings in the model's form.</summary>
    /// <exception cref="FormatException">Two labels have the same wording; the message names both places.</exception>
    public static ExactWordings Of(IEnumerable<LabelledExample> examples, Synonyms synonyms)
    {
        var first = new Dictionary<string, LabelledExample>(StringComparer.Ordinal);
        foreach (var example in examples)
        {
            var text = TrainingTexts.WithProducts(example.Wording, synonyms);
            if (first.TryGetValue(text, out var other) && other.Intent != example.Intent)
            {
                throw new FormatException(
                    $"{example.Source} reads the same as {other.Source} (\"{text}\"), but the labels differ; keep one.");
            }

            first.TryAdd(text, example);
        }

        return new(first.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Intent, StringComparer.Ordinal));
    }

    /// <summary>The label of the wording that reads the same, or null.</summary>
    public Intent? Find(string modelText) => _labels.TryGetValue(modelText, out var intent) ? intent : null;
}

using System.Collections.Frozen;
using System.Numerics.Tensors;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// A linear model over hashed character runs. A feature counts by how rare it is (idf) and a text is brought to length 1;
/// runs never seen count in that length, so a text of strange words pulls no intent far.
/// </summary>
internal sealed class IntentWeights
{
    /// <summary>One weight a label.</summary>
    public static readonly int Labels = Enum.GetValues<Intent>().Length;

    private readonly FrozenDictionary<uint, int> _rows;

    /// <summary>Takes the trained figures.</summary>
    /// <param name="hashes">The features' hashes; a row each.</param>
    /// <param name="rarities">The features' idf, a row each.</param>
    /// <param name="weights">Row after row, <see cref="Labels"/> a row, idf already multiplied in.</param>
    /// <param name="biases">One a label.</param>
    /// <param name="unseenRarity">What an unseen run counts in the length.</param>
    /// <param name="temperature">Divides the scores before they become probabilities; above 0.</param>
    public IntentWeights(
        uint[] hashes, float[] rarities, float[] weights, float[] biases, float unseenRarity, float temperature)
    {
        (Hashes, Rarities, Weights, Biases) = (hashes, rarities, weights, biases);
        (UnseenRarity, Temperature) = (unseenRarity, temperature);
        _rows = hashes.Select((hash, row) => KeyValuePair.Create(hash, row)).ToFrozenDictionary();
    }

    public uint[] Hashes { get; }

    public float[] Rarities { get; }

    public float[] Weights { get; }

    public float[] Biases { get; }

    public float UnseenRarity { get; }

    public float Temperature { get; }

    /// <summary>The same weights with another temperature.</summary>
    public IntentWeights WithTemperature(float temperature) =>
        new(Hashes, Rarities, Weights, Biases, UnseenRarity, temperature);

    /// <summary>The probability of each label, by the label's number; they add up to 1.</summary>
    public float[] Predict(string modelText)
    {
        var scores = Score(modelText);
        TensorPrimitives.Divide(scores, Temperature, scores);
        TensorPrimitives.SoftMax(scores, scores);
        return scores;
    }

    /// <summary>The raw score of each label, by the label's number.</summary>
    public float[] Score(string modelText)
    {
        var grams = new List<uint>(modelText.Length * NGrams.MaxLength + NGrams.MaxLength);
        NGrams.Append(modelText, grams);
        var sums = new float[Labels];
        var squares = 0f;
        foreach (var gram in grams)
        {
            squares += Add(gram, sums);
        }

        TensorPrimitives.Divide(sums, MathF.Sqrt(squares), sums);
        TensorPrimitives.Add(sums, Biases, sums);
        return sums;
    }

    private float Add(uint gram, float[] sums)
    {
        if (!_rows.TryGetValue(gram, out var row))
        {
            return UnseenRarity * UnseenRarity;
        }

        TensorPrimitives.Add(sums, Weights.AsSpan(row * Labels, Labels), sums);
        return Rarities[row] * Rarities[row];
    }
}

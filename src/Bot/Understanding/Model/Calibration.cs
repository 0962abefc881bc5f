using System.Numerics.Tensors;

namespace ServiceBot.Bot.Understanding;

/// <summary>Raw scores of a text that the weights were not trained on, with its true label.</summary>
internal sealed record JudgedScore(float[] Scores, Intent Truth);

/// <summary>Temperature scaling: one figure that makes a stated confidence of 0.8 right in about 80 of 100.</summary>
internal static class Calibration
{
    private const float Lowest = 0.3f;
    private const float Step = 0.05f;
    private const int Steps = 55;

    /// <summary>The temperature, from 0.3 to 3, under which the true labels are likeliest.</summary>
    public static float BestTemperature(IReadOnlyList<JudgedScore> judged) =>
        Enumerable.Range(0, Steps).Select(step => Lowest + (step * Step)).MinBy(temperature => Surprise(judged, temperature));

    private static double Surprise(IReadOnlyList<JudgedScore> judged, float temperature)
    {
        var probabilities = new float[IntentWeights.Labels];
        var sum = 0.0;
        foreach (var (scores, truth) in judged)
        {
            TensorPrimitives.Divide(scores, temperature, probabilities);
            TensorPrimitives.SoftMax(probabilities, probabilities);
            sum -= Math.Log(Math.Max(probabilities[(int)truth], float.Epsilon));
        }

        return sum;
    }
}

using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace ServiceBot.Bot.Understanding;

/// <summary>A text in the model's form with its label.</summary>
internal readonly record struct TrainingText(string ModelText, Intent Intent);

/// <summary>
/// Trains weights with ML.NET's maximum entropy (L-BFGS) and takes them out. One thread: the same files give the same
/// weights on every machine.
/// </summary>
internal static class MaximumEntropyTrainer
{
    private const int Seed = 1;
    private const float L2 = 0.02f;
    private const float Tolerance = 1e-4f;

    // Chatter has as many wordings as a dozen intents; at full weight it would win every near tie.
    private const float OutOfScopeWeight = 0.5f;

    /// <summary>Trains. Temperature is 1.</summary>
    public static IntentWeights Train(IReadOnlyList<TrainingText> texts)
    {
        var table = FeatureTable.Of([.. texts.Select(text => text.ModelText)]);
        var context = new MLContext(Seed);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            L2Regularization = L2,
            NumberOfThreads = 1,
            OptimizationTolerance = Tolerance,
        });
        var rows = texts.Select(text => ToRow(text, table)).ToArray();
        var model = trainer.Fit(context.Data.LoadFromEnumerable(rows, Schema(table))).Model;
        return TakeOut(model, table);
    }

    private static Row ToRow(TrainingText text, FeatureTable table)
    {
        var vector = table.Vector(text.ModelText);
        var features = new VBuffer<float>(
            table.Hashes.Length,
            vector.Count,
            [.. vector.Select(entry => entry.Value)],
            [.. vector.Select(entry => entry.Row)]);

        var weight = text.Intent == Intent.OutOfScope ? OutOfScopeWeight : 1f;
        return new Row { Features = features, Label = (uint)text.Intent, Weight = weight };
    }

    private static SchemaDefinition Schema(FeatureTable table)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, table.Hashes.Length);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), IntentWeights.Labels);
        return schema;
    }

    private static IntentWeights TakeOut(MaximumEntropyModelParameters model, FeatureTable table)
    {
        VBuffer<float>[]? byLabel = null;
        model.GetWeights(ref byLabel, out var labels);
        var weights = new float[table.Hashes.Length * labels];
        for (var label = 0; label < labels; label++)
        {
            foreach (var (row, weight) in byLabel[label].Items())
            {
                weights[(row * labels) + label] = weight * table.Rarities[row];
            }
        }

        return new IntentWeights(
            table.Hashes, table.Rarities, weights, [.. model.GetBiases()], table.UnseenRarity, temperature: 1f);
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public uint Label { get; set; }

        public float Weight { get; set; }
    }
}

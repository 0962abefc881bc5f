using System.Numerics.Tensors;

namespace ServiceBot.Bot.Understanding;

/// <summary>A text in the model's form with its label; a twin was made, not written (<see cref="ForeignTwins"/>).</summary>
internal readonly record struct TrainingText(string ModelText, Intent Intent, bool IsTwin = false);

/// <summary>
/// Trains multinomial logistic regression by stochastic gradient descent with a rate per feature (AdaGrad). Texts are taken
/// in the same shuffled order every time, on one thread: the same files give the same weights.
/// </summary>
internal sealed class SoftmaxTrainer
{
    private const int Epochs = 15;
    private const int Seed = 1;
    private const float Rate = 1f;
    private const float FirstSquare = 0.1f;
    private const float Shrink = 1e-5f;

    // Chatter has as many wordings as all intents together; at full weight it would win every near tie.
    private const float OutOfScopeWeight = 0.5f;
    private const float TwinWeight = 0.2f;

    private readonly FeatureTable _table;
    private readonly float[] _weights;
    private readonly float[] _biases = new float[IntentWeights.Labels];
    private readonly float[] _squares;
    private readonly float[] _errors = new float[IntentWeights.Labels];
    private float _biasSquares = 1;

    private SoftmaxTrainer(FeatureTable table)
    {
        _table = table;
        _weights = new float[table.Hashes.Length * IntentWeights.Labels];
        _squares = new float[table.Hashes.Length];
        Array.Fill(_squares, FirstSquare);
    }

    /// <summary>Trains. Temperature is 1.</summary>
    public static IntentWeights Train(IReadOnlyList<TrainingText> texts)
    {
        var table = FeatureTable.Of([.. texts.Select(text => text.ModelText)]);
        var trainer = new SoftmaxTrainer(table);
        var examples = texts.Select(text => (Vector: table.Vector(text.ModelText), text.Intent, Weight: Weight(text))).ToArray();
        var random = new Random(Seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(examples);
            foreach (var (vector, intent, weight) in examples)
            {
                trainer.Learn(vector, intent, weight);
            }
        }

        return trainer.TakeOut();
    }

    private void Learn((int Row, float Value)[] vector, Intent intent, float weight)
    {
        _biases.CopyTo(_errors, 0);
        foreach (var (row, value) in vector)
        {
            TensorPrimitives.MultiplyAdd(Weights(row), value, _errors, _errors);
        }

        TensorPrimitives.SoftMax(_errors, _errors);
        _errors[(int)intent] -= 1;
        TensorPrimitives.Multiply(_errors, weight, _errors);
        Correct(vector);
    }

    // Against the error; less, the more a feature has been corrected before.
    private void Correct((int Row, float Value)[] vector)
    {
        var error = TensorPrimitives.SumOfSquares<float>(_errors);
        _biasSquares += error;
        TensorPrimitives.MultiplyAdd(_errors, -Rate / MathF.Sqrt(_biasSquares), _biases, _biases);
        foreach (var (row, value) in vector)
        {
            _squares[row] += error * value * value;
            var rate = Rate / MathF.Sqrt(_squares[row]);
            var weights = Weights(row);
            TensorPrimitives.Multiply(weights, 1 - (rate * Shrink), weights);
            TensorPrimitives.MultiplyAdd(_errors, -rate * value, weights, weights);
        }
    }

    private static float Weight(TrainingText text) => text switch
    {
        { IsTwin: true } => TwinWeight,
        { Intent: Intent.OutOfScope } => OutOfScopeWeight,
        _ => 1f,
    };

    private Span<float> Weights(int row) => _weights.AsSpan(row * IntentWeights.Labels, IntentWeights.Labels);

    private IntentWeights TakeOut()
    {
        for (var row = 0; row < _table.Hashes.Length; row++)
        {
            TensorPrimitives.Multiply(Weights(row), _table.Rarities[row], Weights(row));
        }

        return new IntentWeights(
            _table.Hashes, _table.Rarities, _weights, _biases, _table.UnseenRarity, temperature: 1f);
    }
}

using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

/// <summary>
/// What was measured must not get worse unseen; the figures are in docs/understanding.md. The catalogue here is exactly the
/// products in the wordings.
/// </summary>
public class HeldBackTests(TrainedModel model)
{
    [Fact]
    public async Task Held_back_wordings_are_understood()
    {
        var report = await EvaluateAsync(example => example.Intent != Intent.OutOfScope);

        Assert.True(report.Accuracy >= 0.91, report.ToJson());
        Assert.True(report.MacroF1 >= 0.90, report.ToJson());
    }

    [Fact]
    public async Task Held_back_chatter_gets_no_answer()
    {
        var report = await EvaluateAsync(example => example.Intent == Intent.OutOfScope);

        Assert.True(report.FalseAnswers <= 0.01 * report.OutOfScopeTotal, report.ToJson());
    }

    private async Task<EvaluationReport> EvaluateAsync(Func<LabelledExample, bool> chosen)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var heldBack = await new NluFolder(TrainedModel.NluPath).ReadHeldBackAsync(cancellation);
        var names = heldBack.SelectMany(example => example.Wording.Products).Select(product => product.Text).Distinct();
        var longestFirst = names.OrderByDescending(name => name.Length).ToArray();
        var understander = model.With(longestFirst);
        return await Evaluation.RunAsync(
            [.. heldBack.Where(chosen).Select(example => new EvaluationRow(example.Wording.Text, example.Intent))],
            understander, new UnderstandingOptions(), TrainedModel.At, cancellation);
    }
}

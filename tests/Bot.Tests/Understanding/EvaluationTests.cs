using System.Text.Json;
using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

public class EvaluationTests(TrainedModel model)
{
    [Fact]
    public async Task Report_counts_by_intent_and_lists_confusions()
    {
        var report = await RunAsync(
            new("谢谢你", Intent.Thanks), new("谢谢啊", Intent.Thanks), new("再见啦", Intent.Thanks), new("再见了", Intent.Goodbye));

        Assert.Equal((4, 3, 0.75), (report.Total, report.Correct, report.Accuracy));
        Assert.Equal(new IntentFigures(3, 2, 2.0 / 3, 1, 2.0 / 3, 0.8), report.PerIntent["thanks"]);
        Assert.Equal(new IntentFigures(1, 1, 1, 0.5, 1, 2.0 / 3), report.PerIntent["goodbye"]);
        Assert.Equal((0.8 + (2.0 / 3)) / 2, report.MacroF1, 9);
        Assert.Equal(new Confusion("thanks", "goodbye", 1), Assert.Single(report.Confusions));
    }

    [Fact]
    public async Task FalseAnswers_counts_business_answers_to_chatter_only()
    {
        var report = await RunAsync(
            new("软中", Intent.OutOfScope), new("你好", Intent.OutOfScope), new("转人工", Intent.OutOfScope), new("给我来根烟", Intent.OutOfScope));

        Assert.Equal((4, 1), (report.OutOfScopeTotal, report.FalseAnswers));
    }

    [Fact]
    public async Task ToJson_has_the_names_of_the_contract()
    {
        var report = await RunAsync(new EvaluationRow("再见啦", Intent.Thanks));

        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(
            ["total", "correct", "accuracy", "macroF1", "perIntent", "confusions", "outOfScopeTotal", "falseAnswers"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["total", "correct", "accuracy", "precision", "recall", "f1"],
            json.RootElement.GetProperty("perIntent").GetProperty("thanks").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["expected", "got", "count"],
            json.RootElement.GetProperty("confusions")[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Report_of_no_rows_is_all_zero()
    {
        var report = await RunAsync();

        Assert.Equal((0, 0.0, 0.0), (report.Total, report.Accuracy, report.MacroF1));
    }

    private Task<EvaluationReport> RunAsync(params EvaluationRow[] rows) =>
        Evaluation.RunAsync(rows, model.With("软中"), new UnderstandingOptions(), TrainedModel.At, TestContext.Current.CancellationToken);
}

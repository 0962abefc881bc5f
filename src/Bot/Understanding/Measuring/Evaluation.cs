namespace ServiceBot.Bot.Understanding;

/// <summary>A labelled text of a file to evaluate.</summary>
public sealed record EvaluationRow(string Text, Intent Expected);

/// <summary>Understands labelled texts and counts what came out right.</summary>
public static class Evaluation
{
    /// <summary>Understands each row as written at the same instant.</summary>
    public static async Task<EvaluationReport> RunAsync(
        IReadOnlyList<EvaluationRow> rows,
        Understander understander,
        UnderstandingOptions options,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var judged = new List<Judged>(rows.Count);
        foreach (var row in rows)
        {
            var understood = await understander.UnderstandAsync(row.Text, at, cancellationToken);
            judged.Add(new Judged(row.Expected, understood.Intent, understood.Confidence >= options.AnswerAt));
        }

        return Report(judged);
    }

    private static EvaluationReport Report(List<Judged> judged)
    {
        var perIntent = judged.SelectMany(row => new[] { row.Expected, row.Got })
            .Distinct()
            .Order()
            .ToDictionary(intent => intent, intent => Figures(judged, intent));
        var expected = perIntent.Where(pair => pair.Value.Total > 0).Select(pair => pair.Value.F1).DefaultIfEmpty();
        var correct = judged.Count(row => row.IsRight);
        return new EvaluationReport(
            judged.Count,
            correct,
            Share(correct, judged.Count),
            expected.Average(),
            perIntent.ToDictionary(pair => pair.Key.ToLabel(), pair => pair.Value),
            Confusions(judged),
            judged.Count(row => row.Expected == Intent.OutOfScope),
            judged.Count(row => row.Expected == Intent.OutOfScope && row.Answered && row.Got.IsBusiness()));
    }

    private static IntentFigures Figures(List<Judged> judged, Intent intent)
    {
        var total = judged.Count(row => row.Expected == intent);
        var correct = judged.Count(row => row.Expected == intent && row.IsRight);
        var precision = Share(correct, judged.Count(row => row.Got == intent));
        var recall = Share(correct, total);
        var f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        return new IntentFigures(total, correct, recall, precision, recall, f1);
    }

    private static List<Confusion> Confusions(List<Judged> judged) =>
        [.. judged.Where(row => !row.IsRight)
            .GroupBy(row => (row.Expected, row.Got))
            .Select(group => new Confusion(group.Key.Expected.ToLabel(), group.Key.Got.ToLabel(), group.Count()))
            .OrderByDescending(confusion => confusion.Count)
            .ThenBy(confusion => confusion.Expected, StringComparer.Ordinal)
            .ThenBy(confusion => confusion.Got, StringComparer.Ordinal)];

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private sealed record Judged(Intent Expected, Intent Got, bool Answered)
    {
        public bool IsRight => Expected == Got;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.Understanding;

/// <summary>The object of <c>evaluate --json</c>. Shares are 0 to 1, and 0 where nothing was to count.</summary>
/// <param name="Total">Rows.</param>
/// <param name="Correct">Rows whose decided intent is the labelled one.</param>
/// <param name="Accuracy">Their share.</param>
/// <param name="MacroF1">The mean F1 of the labels that occur in the rows.</param>
/// <param name="PerIntent">By label, the labels that occur in the rows or were given as an answer.</param>
/// <param name="Confusions">Wrong pairs, most frequent first.</param>
/// <param name="OutOfScopeTotal">Rows labelled out_of_scope.</param>
/// <param name="FalseAnswers">
/// Of these, answered as a business intent without asking back; greeting, thanks, goodbye, help and human_handoff do not
/// count.
/// </param>
public sealed record EvaluationReport(
    int Total,
    int Correct,
    double Accuracy,
    double MacroF1,
    IReadOnlyDictionary<string, IntentFigures> PerIntent,
    IReadOnlyList<Confusion> Confusions,
    int OutOfScopeTotal,
    int FalseAnswers)
{
    /// <summary>The report as one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EvaluationJson.Default.EvaluationReport);
}

/// <summary>The figures of one label. <paramref name="Accuracy"/> and <paramref name="Recall"/> are the same share, under both names.</summary>
public sealed record IntentFigures(int Total, int Correct, double Accuracy, double Precision, double Recall, double F1);

/// <summary>How often one label was taken for another.</summary>
public sealed record Confusion(string Expected, string Got, int Count);

/// <summary>Source-generated, so that the command starts fast.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;

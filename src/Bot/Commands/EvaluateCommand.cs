using System.CommandLine;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Understanding;
using Spectre.Console;

namespace ServiceBot.Bot.Commands;

/// <summary><c>evaluate</c>: how well a file of labelled sentences is understood.</summary>
internal static class EvaluateCommand
{
    private const int MostConfusions = 20;

    private static readonly Argument<string> FilePath = new("file") { Description = "A CSV file of text,intent rows." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };

    public static Command Create()
    {
        var command = new Command("evaluate", "Measure understanding on labelled sentences.") { FilePath, Json };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            loadSample: true,
            _ => { },
            (services, token) => RunAsync(services, parsed.GetValue(FilePath)!, parsed.GetValue(Json), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string path, bool json, CancellationToken cancellationToken)
    {
        var report = await Evaluation.RunAsync(
            Read(path),
            services.GetRequiredService<Understander>(),
            services.GetRequiredService<IOptions<UnderstandingOptions>>().Value,
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            cancellationToken);
        if (json)
        {
            Console.Out.WriteLine(report.ToJson());
        }
        else
        {
            Print(report);
        }

        return 0;
    }

    /// <exception cref="FormatException">A column is missing or a label is none of the contract's; names the row.</exception>
    private static List<EvaluationRow> Read(string path)
    {
        using var reader = new CsvReader(
            new StreamReader(path),
            new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant() });
        if (!reader.Read() || !reader.ReadHeader() || reader.HeaderRecord?.Contains("text") != true || !reader.HeaderRecord.Contains("intent"))
        {
            throw new FormatException($"{path} needs a header row with the columns text and intent.");
        }

        var rows = new List<EvaluationRow>();
        while (reader.Read())
        {
            var label = reader.GetField("intent") ?? "";
            rows.Add(IntentLabels.TryParse(label.Trim(), out var intent)
                ? new EvaluationRow(reader.GetField("text") ?? "", intent)
                : throw new FormatException($"{path}, row {reader.Parser.RawRow}: '{label}' is no intent label."));
        }

        return rows;
    }

    private static void Print(EvaluationReport report)
    {
        Console.Out.WriteLine($"accuracy {report.Accuracy:P1} ({report.Correct} of {report.Total}), macro F1 {report.MacroF1:0.000}");
        Console.Out.WriteLine($"out of scope: {report.FalseAnswers} of {report.OutOfScopeTotal} got an answer they should not have");
        var table = new Table().AddColumns("intent", "rows", "right", "precision", "recall", "F1");
        foreach (var (label, figures) in report.PerIntent)
        {
            table.AddRow(
                label, $"{figures.Total}", $"{figures.Correct}", $"{figures.Precision:0.000}", $"{figures.Recall:0.000}", $"{figures.F1:0.000}");
        }

        AnsiConsole.Write(table);
        foreach (var confusion in report.Confusions.Take(MostConfusions))
        {
            Console.Out.WriteLine($"{confusion.Expected} taken for {confusion.Got}: {confusion.Count}");
        }
    }
}

using System.CommandLine;

namespace ServiceBot.Bot.Commands;

/// <summary><c>evaluate</c>: how well a file of labelled sentences is understood.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> FilePath = new("file") { Description = "A CSV file of text,intent rows." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };

    public static Command Create()
    {
        var command = new Command("evaluate", "Measure understanding on labelled sentences.") { FilePath, Json };
        return command;
    }
}

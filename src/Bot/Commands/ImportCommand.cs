using System.CommandLine;
using ServiceBot.Bot.Hosting;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Bot.Commands;

/// <summary><c>import</c>: loads a trade table or a folder of them, all or nothing.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> TablePath = new("path") { Description = "A .csv or .xlsx file, or a folder of them." };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check, and print what would change." };

    public static Command Create()
    {
        var command = new Command("import", "Load trade tables.") { TablePath, DryRun };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            loadSample: false,
            _ => { },
            (services, token) => RunAsync(services, parsed.GetValue(TablePath)!, parsed.GetValue(DryRun), token),
            cancellationToken));
        return command;
    }

    /// <summary>Prints the outcome; 0 when there was no fault.</summary>
    public static int Report(ImportResult result, bool dryRun)
    {
        foreach (var notice in result.Notices)
        {
            Console.Error.WriteLine($"提示：{notice}");
        }

        if (!result.Succeeded)
        {
            CommandConsole.Fault($"有 {result.Faults.Count} 处错误，什么都没有改动：", result.Faults.Select(CommandConsole.Describe));
            return 1;
        }

        foreach (var change in result.Changes)
        {
            Console.Out.WriteLine(
                $"{change.Table.ChineseName()}（{change.File}）：新增 {change.Added}，修改 {change.Changed}，删除 {change.Removed}，不变 {change.Unchanged}");
        }

        Console.Out.WriteLine(dryRun ? "试运行：没有改动。" : $"完成，版本 {result.Version}。");
        return 0;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string path, bool dryRun, CancellationToken cancellationToken)
    {
        var importer = services.GetRequiredService<TradeImporter>();
        var result = await ImportProgressDisplay.RunAsync(
            CommandConsole.Error,
            "导入",
            progress => importer.ImportAsync(path, dryRun, Environment.UserName, progress, cancellationToken));
        return Report(result, dryRun);
    }
}

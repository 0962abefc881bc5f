using System.CommandLine;
using ServiceBot.Bot.Phrases;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Bot.Commands;

/// <summary><c>versions</c>: the imports, newest first.</summary>
internal static class VersionsCommand
{
    public static Command Create()
    {
        var command = new Command("versions", "List the imports, newest first.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(loadSample: false, _ => { }, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var version in await services.GetRequiredService<TradeImporter>().VersionsAsync(cancellationToken))
        {
            var changes = version.Changes.Select(change =>
                $"{change.Table.ChineseName()} +{change.Added} ~{change.Changed} -{change.Removed}");
            Console.Out.WriteLine(
                $"{version.Version}  {version.ImportedAt.Minute()}  {version.ImportedBy}  {version.Source}  {string.Join("，", changes)}");
        }

        return 0;
    }
}

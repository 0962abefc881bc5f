using System.CommandLine;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Bot.Commands;

/// <summary><c>put-back</c>: makes the tables what they were just after an earlier import.</summary>
internal static class PutBackCommand
{
    private static readonly Argument<long> Version = new("version") { Description = "A number that `versions` lists." };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print what would change." };

    public static Command Create()
    {
        var command = new Command("put-back", "Put the tables back as they were after an import.") { Version, DryRun };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            loadSample: false,
            _ => { },
            async (services, token) =>
            {
                var (version, dryRun) = (parsed.GetValue(Version), parsed.GetValue(DryRun));
                var importer = services.GetRequiredService<TradeImporter>();
                if ((await importer.VersionsAsync(token)).All(known => known.Version != version))
                {
                    CommandConsole.Fault("Nothing was put back:", [$"there is no version {version}; `versions` lists them."]);
                    return 1;
                }

                return ImportCommand.Report(await importer.PutBackAsync(version, dryRun, Environment.UserName, token), dryRun);
            },
            cancellationToken));
        return command;
    }
}

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
                var dryRun = parsed.GetValue(DryRun);
                var result = await services.GetRequiredService<TradeImporter>()
                    .PutBackAsync(parsed.GetValue(Version), dryRun, Environment.UserName, token);
                return ImportCommand.Report(result, dryRun);
            },
            cancellationToken));
        return command;
    }
}

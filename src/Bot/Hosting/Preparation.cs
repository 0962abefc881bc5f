using ServiceBot.Bot.Store;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;
using ServiceBot.Knowledge.Import;
using Spectre.Console;

namespace ServiceBot.Bot.Hosting;

/// <summary>What must be done before the first question: schemas, the sample county in Development, the intent model.</summary>
internal sealed class Preparation(IServiceProvider services, string configFolder, IAnsiConsole console)
{
    /// <summary>Brings both stores and the model up to date; shows progress when it takes a while.</summary>
    public async Task RunAsync(bool loadSample, CancellationToken cancellationToken)
    {
        await KnowledgeSetup.MigrateAsync(services, cancellationToken);
        await services.GetRequiredService<BotDatabase>().MigrateAsync(cancellationToken);
        if (loadSample)
        {
            await LoadSampleAsync(cancellationToken);
        }

        await services.GetRequiredService<IntentModelSource>().LoadAsync(
            Path.Combine(configFolder, "nlu"), line => console.MarkupLineInterpolated($"[grey]{line}[/]"), cancellationToken);
    }

    /// <summary>
    /// Reads one question ahead of the first retailer's: tables, indices and model are in memory before the first push has
    /// its five seconds.
    /// </summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken) =>
        await services.GetRequiredService<Understander>().UnderstandAsync(
            "硬中华这周还能订几条", services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);

    /// <summary>Loads the sample county into an empty store, or again on a later day, since its dates move with today.</summary>
    private async Task LoadSampleAsync(CancellationToken cancellationToken)
    {
        var importer = services.GetRequiredService<TradeImporter>();
        var today = services.GetRequiredService<TimeProvider>().GetUtcNow().DateInChina();
        var versions = await importer.VersionsAsync(cancellationToken);
        if (!SampleDays.NeedsLoading(versions, today))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("servicebot-");
        try
        {
            var prepared = await SampleCounty.PrepareAsync(
                Path.Combine(configFolder, "sample"), today, Path.Combine(folder.FullName, "sample"), cancellationToken);
            var result = await ImportProgressDisplay.RunAsync(
                console, "样例县", progress => importer.ImportAsync(prepared, false, SampleDays.ImportedBy, progress, cancellationToken));
            if (!result.Succeeded)
            {
                throw new InvalidOperationException($"The sample county has a fault: {result.Faults[0]}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

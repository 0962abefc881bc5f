using System.CommandLine;
using ServiceBot.Bot.Hosting;
using Spectre.Console;

namespace ServiceBot.Bot.Commands;

/// <summary>Without a command: prepare, listen, and print what to open.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons." };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Urls);
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Urls), cancellationToken));
    }

    private static async Task<int> RunAsync(string? urls, CancellationToken cancellationToken)
    {
        var configFolder = ConfigFolder.Find();
        await using var app = ServerHost.Build(urls, configFolder);
        var preparation = new Preparation(app.Services, configFolder, AnsiConsole.Console);
        await preparation.RunAsync(app.Environment.IsDevelopment(), cancellationToken);
        await preparation.WarmUpAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        Banner.Print(AnsiConsole.Console, app);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}

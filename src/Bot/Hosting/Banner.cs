using Spectre.Console;

namespace ServiceBot.Bot.Hosting;

/// <summary>What a newcomer sees when the server is ready: what to open and what to try.</summary>
internal static class Banner
{
    private static readonly (string Section, string Path, string Purpose)[] Channels =
    [
        ("Channels:WeChat", "/channels/wechat", "WeChat callback"),
        ("Channels:Sms", "/channels/sms", "SMS callbacks"),
        ("Channels:Voice", "/channels/voice", "telephone callback"),
        ("Channels:Qq", "/channels/qq", "QQ callback"),
        ("Channels:DirectLine", "/v3/directline", "Direct Line, for Web Chat"),
    ];

    public static void Print(IAnsiConsole console, WebApplication app)
    {
        // Listening on every address reads http://[::]:5080; nobody can open that, and brackets are markup here.
        var url = Markup.Escape((app.Urls.FirstOrDefault() ?? "").Replace("[::]", "localhost", StringComparison.Ordinal));
        console.WriteLine();
        console.MarkupLine($"[bold green]ServiceBot is ready[/] at {url}");
        var table = new Table().NoBorder().HideHeaders().AddColumn("address").AddColumn("for");
        if (app.Environment.IsDevelopment())
        {
            table.AddRow($"{url}/simulator", "a phone that talks to the bot: start here");
        }

        table.AddRow($"{url}/", "retailers' self-service pages");
        foreach (var (_, path, purpose) in Channels.Where(channel => app.Configuration.GetSection(channel.Section).Exists()))
        {
            table.AddRow($"{url}{path}", purpose);
        }

        table
            .AddRow($"{url}/health/ready", "probe")
            .AddRow($"{url}/metrics", "Prometheus metrics");
        console.Write(table);
        if (app.Environment.IsDevelopment())
        {
            console.WriteLine();
            console.MarkupLine("Sign in to the self-service pages with licence 330106100123; the code shows in the log and in the simulator.");
            console.MarkupLine("Try in another window:");
            console.WriteLine("  dotnet run --project src/Bot -- ask \"软中华这周还能订几条\" --retailer 330106100123");
        }

        console.MarkupLine("[grey]Ctrl+C stops.[/]");
    }
}

using ServiceBot.Knowledge.Import;
using Spectre.Console;

namespace ServiceBot.Bot.Hosting;

/// <summary>Shows how far an import is.</summary>
internal static class ImportProgressDisplay
{
    /// <summary>Runs the import under a progress bar; on a console that cannot redraw, under plain lines.</summary>
    public static Task<ImportResult> RunAsync(
        IAnsiConsole console, string title, Func<IProgress<ImportProgress>, Task<ImportResult>> import) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(async display =>
            {
                var bar = display.AddTask(Markup.Escape(title));
                bar.IsIndeterminate = true;
                return await import(new BarProgress(bar));
            });

    private sealed class BarProgress(ProgressTask bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            bar.Description = Markup.Escape(value.Total is null ? $"{value.Stage} {value.Done:N0}" : value.Stage);
            bar.IsIndeterminate = value.Total is null;
            if (value.Total is { } total)
            {
                bar.MaxValue = Math.Max(1, total);
                bar.Value = value.Done;
            }
        }
    }
}

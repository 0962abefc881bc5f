using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Commands;

/// <summary>Runs the command line; what a person can mend is said in plain lines, without a stack trace.</summary>
internal static class CommandRunner
{
    private static readonly InvocationConfiguration Plain = new() { EnableDefaultExceptionHandler = false };

    /// <summary>The exit code: 0 done, 1 a fault that was said on standard error.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        try
        {
            return await root.Parse(args).InvokeAsync(Plain);
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        catch (Exception exception) when (Faults(exception).ToList() is { Count: > 0 } faults)
        {
            CommandConsole.Fault("ServiceBot cannot do this:", faults);
            return 1;
        }
    }

    private static IEnumerable<string> Faults(Exception exception) => exception switch
    {
        OptionsValidationException options => options.Failures,
        InvalidOperationException { InnerException: DbException store } => Faults(store),
        AggregateException several => several.InnerExceptions.SelectMany(Faults),
        IOException or DbException or ArgumentException or InvalidOperationException or FormatException or TimeoutException or UnauthorizedAccessException =>
            [exception.Message],
        _ => [],
    };
}

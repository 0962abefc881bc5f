using ServiceBot.Knowledge.Import;
using Spectre.Console;

namespace ServiceBot.Bot.Commands;

/// <summary>Where commands write: results on standard output, everything else on standard error.</summary>
internal static class CommandConsole
{
    /// <summary>Standard error.</summary>
    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>A headed list of faults on standard error.</summary>
    public static void Fault(string head, IEnumerable<string> faults)
    {
        Console.Error.WriteLine(head);
        foreach (var fault in faults)
        {
            Console.Error.WriteLine($"  {fault}");
        }
    }

    /// <summary>One fault of a table, with everything that helps to find it.</summary>
    public static string Describe(ImportFault fault)
    {
        string?[] places =
        [
            fault.File,
            fault.Sheet is null ? null : $"工作表 {fault.Sheet}",
            fault.Row is null ? null : $"第 {fault.Row} 行",
            fault.Column is null ? null : $"列 {fault.Column}",
        ];
        var place = string.Join("，", places.Where(part => part is not null));
        return fault.Value is null ? $"{place}：{fault.Expected}" : $"{place}：「{fault.Value}」，{fault.Expected}";
    }
}

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Cells that hold the error of a formula instead of its result.</summary>
internal static class FormulaError
{
    private static readonly HashSet<string> Errors =
        ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

    /// <summary>True for #N/A and its like.</summary>
    public static bool Is(string text) => text[0] == '#' && Errors.Contains(text);
}

namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Telephone numbers.</summary>
internal static class PhoneCell
{
    /// <summary>A mobile number: 11 digits, the first 1; spaces and hyphens between them are dropped.</summary>
    public static readonly CellFormat<string> Mobile = new(ParseMobile, "");

    /// <summary>Any number that can be dialled: mobile, landline with area code and extension, short number.</summary>
    public static readonly CellFormat<string> Any = new(ParseAny, "");

    private static string? ParseMobile(string text, out string value)
    {
        value = string.Concat(TextFolding.FoldWidth(text).Where(c => c is not (' ' or '-')));
        return value is ['1', ..] && value.Length == 11 && value.All(char.IsAsciiDigit) ? null : "应为1开头的11位数字";
    }

    private static string? ParseAny(string text, out string value)
    {
        value = TextFolding.FoldWidth(text);
        var dialled = value.Count(char.IsAsciiDigit) is >= 3 and <= 30 && value.All(IsPhoneCharacter);
        return dialled ? null : "应为电话号码，如13800000000、0571-12345678或12313";
    }

    private static bool IsPhoneCharacter(char c) => char.IsAsciiDigit(c) || " -()+转、,/".Contains(c, StringComparison.Ordinal);
}

namespace ServiceBot.Channels.Voice;

/// <summary>Dates and times of day as Mandarin says them.</summary>
internal static class SpokenMoment
{
    /// <summary>十一月二十五日, with the year before it where one is given.</summary>
    public static string Date(string year, string month, string day) =>
        $"{(year.Length > 0 ? SpokenNumber.Year(year) + "年" : "")}{SpokenNumber.Cardinal(month)}月{SpokenNumber.Cardinal(day)}日";

    /// <summary>上午八点半. The part of the day comes with the hour unless the text gave one.</summary>
    /// <param name="partOfDay">Such as 下午; empty when the text has none.</param>
    /// <param name="hour">0 to 24.</param>
    /// <param name="minute">00 to 59.</param>
    public static string Time(string partOfDay, int hour, string minute)
    {
        var part = partOfDay.Length > 0 ? partOfDay : PartOfDay(hour);
        var onTheDial = hour > 12 ? hour - 12 : hour;
        return $"{part}{SpokenNumber.Count($"{onTheDial}")}点{Minutes(minute)}";
    }

    private static string Minutes(string minute) => minute switch
    {
        "00" => "",
        "30" => "半",
        ['0', var ones] => $"零{SpokenNumber.Cardinal($"{ones}")}分",
        _ => $"{SpokenNumber.Cardinal(minute)}分",
    };

    private static string PartOfDay(int hour) => hour switch
    {
        < 6 => "凌晨",
        < 12 => "上午",
        12 => "中午",
        < 18 => "下午",
        _ => "晚上",
    };
}

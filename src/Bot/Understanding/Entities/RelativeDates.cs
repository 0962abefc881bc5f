namespace ServiceBot.Bot.Understanding;

/// <summary>Days counted from today: 前天 … 大后天.</summary>
internal static class RelativeDates
{
    // Longest first, so that 大后天 is not read as 后天.
    private static readonly (string Word, int Days)[] Words =
    [
        ("大前天", -3), ("大后天", 3), ("前天", -2), ("后天", 2), ("昨天", -1), ("昨日", -1), ("昨晚", -1), ("今天", 0),
        ("今日", 0), ("今儿", 0), ("今晚", 0), ("今早", 0), ("明天", 1), ("明日", 1), ("明儿", 1), ("明早", 1), ("明晚", 1),
    ];

    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text, DateOnly today)
    {
        var position = 0;
        while (position < text.Length)
        {
            var (word, days) = Array.Find(
                Words, entry => string.CompareOrdinal(text, position, entry.Word, 0, entry.Word.Length) == 0);
            if (word is null)
            {
                position++;
                continue;
            }

            var date = today.AddDays(days);
            yield return new EntitySpan(new Entity.DateNamed(word, date, date), position, word.Length);
            position += word.Length;
        }
    }
}

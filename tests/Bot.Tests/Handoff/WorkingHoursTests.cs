using ServiceBot.Bot.Handoff;

namespace ServiceBot.Bot.Tests.Handoff;

/// <summary>2026-11-24 is a Tuesday. Times are China time.</summary>
public sealed class WorkingHoursTests
{
    private static readonly string[] Usual = ["周一-周五 08:30-12:00", "周一-周五 14:00-17:30"];

    [Theory]
    [InlineData("2026-11-24 09:00", 60, "2026-11-24 10:00")]
    [InlineData("2026-11-24 11:30", 60, "2026-11-24 14:30")]
    [InlineData("2026-11-24 12:30", 60, "2026-11-24 15:00")]
    [InlineData("2026-11-24 17:00", 60, "2026-11-25 09:00")]
    [InlineData("2026-11-24 23:00", 120, "2026-11-25 10:30")]
    [InlineData("2026-11-24 02:00", 120, "2026-11-24 10:30")]
    [InlineData("2026-11-27 17:00", 60, "2026-11-30 09:00")]
    [InlineData("2026-11-28 10:00", 30, "2026-11-30 09:00")]
    [InlineData("2026-11-24 08:30", 210, "2026-11-24 12:00")]
    [InlineData("2026-11-24 08:30", 900, "2026-11-26 09:30")]
    public void After_counts_working_time_only(string from, int minutes, string expected)
    {
        var hours = WorkingHours.Parse(Usual, [], []);

        Assert.Equal(At(expected), hours.After(At(from), TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void After_leaves_out_holidays_and_takes_make_up_workdays()
    {
        var hours = WorkingHours.Parse(Usual, [new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 26)], [new DateOnly(2026, 11, 28)]);

        Assert.Equal(At("2026-11-27 09:00"), hours.After(At("2026-11-24 17:00"), TimeSpan.FromHours(1)));
        Assert.Equal(At("2026-11-28 09:00"), hours.After(At("2026-11-27 17:00"), TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("2026-11-24 08:29", false)]
    [InlineData("2026-11-24 08:30", true)]
    [InlineData("2026-11-24 12:00", false)]
    [InlineData("2026-11-24 13:00", false)]
    [InlineData("2026-11-24 17:29", true)]
    [InlineData("2026-11-24 20:00", false)]
    [InlineData("2026-11-28 10:00", false)]
    public void IsOpen_within_a_span(string at, bool open) =>
        Assert.Equal(open, WorkingHours.Parse(Usual, [], []).IsOpen(At(at)));

    [Fact]
    public void Parse_takes_one_day_and_a_span_over_the_weeks_end()
    {
        var hours = WorkingHours.Parse(["周六 09:00-11:30", "周日-周一 10:00-11:00"], [], []);

        Assert.True(hours.IsOpen(At("2026-11-28 09:00")));
        Assert.True(hours.IsOpen(At("2026-11-29 10:30")));
        Assert.True(hours.IsOpen(At("2026-11-30 10:30")));
        Assert.False(hours.IsOpen(At("2026-12-01 10:30")));
    }

    [Fact]
    public void After_without_any_working_time_promises_the_next_day()
    {
        var hours = WorkingHours.Parse(["周六 09:00-10:00"], [.. Enumerable.Range(0, 90).Select(new DateOnly(2026, 11, 24).AddDays)], []);

        Assert.Equal(At("2026-11-25 09:00"), hours.After(At("2026-11-24 09:00"), TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("周一-周五")]
    [InlineData("周八 08:30-12:00")]
    [InlineData("周一 12:00-08:30")]
    [InlineData("周一 08:30-25:00")]
    [InlineData("Monday 08:30-12:00")]
    public void Parse_names_a_span_that_cannot_be_read(string span) =>
        Assert.Contains(span, Assert.Throws<FormatException>(() => WorkingHours.Parse([span], [], [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Rules_say_an_unreadable_span_at_start()
    {
        var options = new HandoffOptions { WorkingHours = new WorkingHoursOptions { Spans = ["每天"] } };

        var result = new WorkingHoursRules().Validate(null, options);

        Assert.Contains("Handoff:WorkingHours:Spans", result.FailureMessage, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string china) =>
        DateTimeOffset.ParseExact($"{china} +08:00", "yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Handoff;

/// <summary>Section <c>Handoff</c>.</summary>
internal sealed class HandoffOptions
{
    /// <summary>When people answer.</summary>
    [ValidateObjectMembers]
    public WorkingHoursOptions WorkingHours { get; set; } = new();

    /// <summary>Working time within which a call back is promised.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "5.00:00:00")]
    public TimeSpan ClaimWithin { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Working time within which a complaint is answered.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan ComplaintWithin { get; set; } = TimeSpan.FromHours(15);
}

/// <summary>Section <c>Handoff:WorkingHours</c>.</summary>
internal sealed class WorkingHoursOptions
{
    /// <summary>Spans such as <c>周一-周五 08:30-12:00</c>.</summary>
    [MinLength(1)]
    public IList<string> Spans { get; set; } = [];

    /// <summary>Dates on which nobody answers.</summary>
    public IList<DateOnly> Holidays { get; set; } = [];

    /// <summary>Weekend dates that are worked (调休).</summary>
    public IList<DateOnly> Workdays { get; set; } = [];

    /// <summary>The settings as working hours.</summary>
    public WorkingHours ToWorkingHours() => Handoff.WorkingHours.Parse(Spans, Holidays, Workdays);
}

/// <summary>Checks at start that the working hours can be read.</summary>
internal sealed class WorkingHoursRules : IValidateOptions<HandoffOptions>
{
    public ValidateOptionsResult Validate(string? name, HandoffOptions options)
    {
        try
        {
            options.WorkingHours.ToWorkingHours();
            return ValidateOptionsResult.Success;
        }
        catch (FormatException exception)
        {
            return ValidateOptionsResult.Fail($"Handoff:WorkingHours:Spans: {exception.Message}");
        }
    }
}

/// <summary>Validates <see cref="HandoffOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class HandoffOptionsValidator : IValidateOptions<HandoffOptions>;

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceBot.Knowledge;

/// <summary>Section <c>Trade</c>: what the tables leave open.</summary>
public sealed class TradeOptions : IValidatableObject
{
    /// <summary>The Monday of any odd week (单周); from it odd and even weeks alternate for ever.</summary>
    public DateOnly OddWeekAnchor { get; set; } = new(2025, 12, 29);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OddWeekAnchor.DayOfWeek != DayOfWeek.Monday)
        {
            yield return new ValidationResult("Trade:OddWeekAnchor is a Monday.", [nameof(OddWeekAnchor)]);
        }
    }
}

/// <summary>Validates <see cref="TradeOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class TradeOptionsValidator : IValidateOptions<TradeOptions>;

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Section <c>Understanding</c>. The thresholds come from the measurements in docs/understanding.md: a false answer costs
/// more than a question back, a question back more than nothing.
/// </summary>
public sealed class UnderstandingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Understanding";

    /// <summary>From this confidence on, 0 to 1, the bot answers without asking back.</summary>
    [Range(0.0, 1.0)]
    public double AnswerAt { get; set; } = 0.65;

    /// <summary>
    /// The same, at least <see cref="AnswerAt"/>, for a message that names nothing of the trade: 密码忘了 may be anyone's.
    /// </summary>
    [Range(0.0, 1.0)]
    public double AnswerStrangeWordsAt { get; set; } = 0.9;

    /// <summary>
    /// From this confidence on, 0 to 1 and not above <see cref="AnswerAt"/>, the bot asks back; below, a message without a
    /// word of the trade is out of scope.
    /// </summary>
    [Range(0.0, 1.0)]
    public double AskBackAt { get; set; } = 0.25;

    /// <summary>What a message that only may be meant so is given: asked back, not answered.</summary>
    internal double AskBack => (AskBackAt + AnswerAt) / 2;

    /// <summary>A product found with a lower score, 0 to 1, is not taken as named.</summary>
    [Range(0.0, 1.0)]
    public double LeastProductScore { get; set; } = 0.5;
}

/// <summary>Checks the thresholds at start.</summary>
[OptionsValidator]
internal sealed partial class UnderstandingOptionsValidator : IValidateOptions<UnderstandingOptions>;

/// <summary>Checks that the thresholds are in order.</summary>
internal sealed class ThresholdOrder : IValidateOptions<UnderstandingOptions>
{
    public ValidateOptionsResult Validate(string? name, UnderstandingOptions options) =>
        options.AskBackAt <= options.AnswerAt && options.AnswerAt <= options.AnswerStrangeWordsAt
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Understanding must have AskBackAt <= AnswerAt <= AnswerStrangeWordsAt, but has "
                + $"{options.AskBackAt}, {options.AnswerAt} and {options.AnswerStrangeWordsAt}.");
}

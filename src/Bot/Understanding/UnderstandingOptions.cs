namespace ServiceBot.Bot.Understanding;

/// <summary>Section <c>Understanding</c>.</summary>
public sealed class UnderstandingOptions
{
    /// <summary>From this confidence on the bot answers.</summary>
    public double AnswerAt { get; set; } = 0.6;

    /// <summary>From this confidence on, below <see cref="AnswerAt"/>, the bot asks back.</summary>
    public double AskBackAt { get; set; } = 0.35;
}

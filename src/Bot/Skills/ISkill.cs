using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Meets one need of a retailer. One file a skill.</summary>
internal interface ISkill
{
    /// <summary>The intent that it answers.</summary>
    Intent Intent { get; }

    /// <summary>True when the answer holds what is only for a known retailer; strangers are asked to bind instead.</summary>
    bool ForRetailersOnly { get; }

    /// <summary>True when the skill is about products, so that unclear ones are asked back first.</summary>
    bool AboutProducts => false;

    /// <summary>Answers.</summary>
    /// <param name="turn">The turn; <see cref="Turn.Retailer"/> is set when <see cref="ForRetailersOnly"/>.</param>
    /// <param name="products">The products it is about, resolved; may be empty.</param>
    /// <param name="cancellationToken">Stops.</param>
    ValueTask<Decision> AnswerAsync(Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken);

    /// <summary>
    /// Answers a numbered choice whose value is not a product, such as a notice's title; null when the value means nothing
    /// to this skill.
    /// </summary>
    ValueTask<Decision?> ChooseAsync(Turn turn, string value, CancellationToken cancellationToken) => new((Decision?)null);
}

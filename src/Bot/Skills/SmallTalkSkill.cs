using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>A skill that says one sentence to a retailer and another to a stranger: greeting, thanks, goodbye, help.</summary>
internal sealed class SmallTalkSkill(Intent intent, Phrase forRetailer, Phrase forStranger, PhraseBook phrases) : ISkill
{
    private static readonly Dictionary<Intent, (Phrase ToRetailer, Phrase ToStranger)> Said = new()
    {
        [Intent.Greeting] = (Sentences.Greeting, Sentences.GreetingStranger),
        [Intent.Thanks] = (Sentences.Thanks, Sentences.Thanks),
        [Intent.Goodbye] = (Sentences.Goodbye, Sentences.Goodbye),
        [Intent.Help] = (Sentences.Help, Sentences.HelpStranger),
        [Intent.Subscribe] = (Sentences.SubscribeLater, Sentences.BindFirst),
        [Intent.StopSubscription] = (Sentences.UnsubscribeNothing, Sentences.UnsubscribeNothing),
    };

    /// <inheritdoc/>
    public Intent Intent => intent;

    /// <inheritdoc/>
    public bool ForRetailersOnly => false;

    /// <summary>The intents that a sentence answers.</summary>
    public static IReadOnlyCollection<Intent> Intents => Said.Keys;

    /// <summary>The skill of one of <see cref="Intents"/>.</summary>
    public static SmallTalkSkill For(Intent intent, PhraseBook phrases) =>
        new(intent, Said[intent].ToRetailer, Said[intent].ToStranger, phrases);

    /// <inheritdoc/>
    public ValueTask<Decision> AnswerAsync(Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken) =>
        new(Decision.Say(turn.Retailer is { } retailer
            ? phrases.For(turn.Channel).Say(forRetailer, ("shop", retailer.ShopName))
            : phrases.For(turn.Channel).Say(forStranger)));
}

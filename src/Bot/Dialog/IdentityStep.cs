using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog;

/// <summary>The step before the policies: reads what <see cref="Identity"/> needs, and says what the sender has to know of it.</summary>
internal sealed class IdentityStep(KnowledgeBase knowledge, PhraseBook phrases)
{
    /// <summary>Who the message is from.</summary>
    public async ValueTask<Identified> IdentifyAsync(
        Inbound message, Conversation conversation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = conversation.Retailer is { } license ? await knowledge.RetailerAsync(license, cancellationToken) : null;
        var shops = Identity.NeedsShops(message, conversation, row)
            ? await knowledge.RetailersByPhoneAsync(message.Phone!, cancellationToken)
            : [];
        return Identity.Of(message, conversation, row, shops, at);
    }

    /// <summary>The whole answer when the turn is about which shop and nothing else; null when there is more to answer.</summary>
    public Decision? Decide(Identified who, DateTimeOffset at) => who switch
    {
        { Shops.Count: > 0 } => AskWhich(who, at),
        { HasChosen: true, IsQuestion: false } =>
            Decision.Say(phrases.Say(Sentences.ShopChosen, ("shop", who.Retailer!.ShopName))) with { Intent = Intent.Bind },
        _ => null,
    };

    /// <summary>The answer, with what has changed for the sender before it.</summary>
    public Decision Preface(Identified who, Decision decision) =>
        decision.Reply is { } reply && Preface(who) is { } words
            ? decision with { Reply = reply with { Parts = [new ReplyPart.Text(words), .. reply.Parts] } }
            : decision;

    private Decision AskWhich(Identified who, DateTimeOffset at) =>
        Decision.Say(new ReplyPart.Choices(
            phrases.Say(Sentences.ShopWhich, ("count", who.Shops.Count)), Identity.ChoicesOf(who.Shops)))
            .With(
                new ConversationEvent.ChoiceClosed(),
                new ConversationEvent.FormChanged(Identity.Ask(who, at + BindSkill.FormLasts))) with { Intent = Intent.Bind };

    private string? Preface(Identified who) => who switch
    {
        { HasLostAccess: true, Shops.Count: > 0 } => phrases.Say(Sentences.AccessChanged),
        { HasLostAccess: true, Retailer: { } shop } => phrases.Say(Sentences.AccessAnew, ("shop", shop.ShopName)),
        { HasLostAccess: true } => phrases.Say(Sentences.AccessLost),
        { HasChosen: true, IsQuestion: true } => phrases.Say(Sentences.ShopAbout, ("shop", who.Retailer!.ShopName)),
        _ => null,
    };
}

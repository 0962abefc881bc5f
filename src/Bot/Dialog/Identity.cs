using System.Text.RegularExpressions;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog;

/// <summary>Who a message is from, told before anything is answered.</summary>
/// <param name="Message">What is to be answered: the message, or the question that waited for the shop to be known.</param>
/// <param name="Conversation">The conversation after <see cref="Events"/>.</param>
/// <param name="Retailer">The bound retailer's row; null for a stranger, or when the table no longer has it.</param>
internal sealed record Identified(Inbound Message, Conversation Conversation, Retailer? Retailer)
{
    /// <summary>What changed in who the sender is; it comes before the message in the log.</summary>
    public IReadOnlyList<ConversationEvent> Events { get; init; } = [];

    /// <summary>True when the sender was bound before and the binding no longer held.</summary>
    public bool HasLostAccess { get; init; }

    /// <summary>True when the sender has just said which of several shops it is about.</summary>
    public bool HasChosen { get; init; }

    /// <summary>False when the message only picked a shop: there is nothing else to answer.</summary>
    public bool IsQuestion { get; init; } = true;

    /// <summary>The shops to choose from, when that must be known first; else empty.</summary>
    public IReadOnlyList<Retailer> Shops { get; init; } = [];
}

/// <summary>
/// Works out who writes: a phone that the provider vouches for is known from its first message, and a binding holds only
/// as long as the licence has the owner and the phone that it was made with. A function of plain data.
/// </summary>
internal static partial class Identity
{
    private const string ChoicePrefix = "shop.";

    /// <summary>True when the phone's shops must be read to judge the message: for most messages they need not.</summary>
    /// <param name="message">What came in.</param>
    /// <param name="conversation">The conversation before it.</param>
    /// <param name="row">The bound retailer's row now, or null.</param>
    public static bool NeedsShops(Inbound message, Conversation conversation, Retailer? row) =>
        message is { Phone: not null, Audience: Audience.Private }
        && (conversation.Retailer is null || HasLostAccess(conversation, row)
            || conversation.Form is Form.WhichShop || WantsToSwitch(message));

    /// <summary>Who the message is from.</summary>
    /// <param name="message">What came in.</param>
    /// <param name="conversation">The conversation before it.</param>
    /// <param name="row">The bound retailer's row now, or null.</param>
    /// <param name="shops">The open shops of the message's phone; empty when <see cref="NeedsShops"/> says no.</param>
    /// <param name="at">The turn's instant.</param>
    public static Identified Of(
        Inbound message, Conversation conversation, Retailer? row, IReadOnlyList<Retailer> shops, DateTimeOffset at)
    {
        if (AskedWhich(conversation, at) is { } form && Chosen(message, form, shops) is { } chosen)
        {
            return Bind(form.Question ?? message, conversation, chosen) with
            {
                HasChosen = true, IsQuestion = form.Question is not null,
            };
        }

        if (HasLostAccess(conversation, row))
        {
            var unbound = new ConversationEvent.RetailerUnbound();
            var known = Recognise(message, conversation.Apply(unbound), shops);
            return known with { Events = [unbound, .. known.Events], HasLostAccess = true };
        }

        if (conversation.Retailer is not { } license)
        {
            return Recognise(message, conversation, shops);
        }

        var others = WantsToSwitch(message) && shops.Any(shop => shop.License != license);
        return new Identified(message, conversation, row) { Shops = others ? shops : [] };
    }

    /// <summary>The form that waits for which shop it is.</summary>
    public static Form.WhichShop Ask(Identified who, DateTimeOffset expiresAt)
    {
        var before = (who.Conversation.Form as Form.WhichShop)?.Question;
        var isQuestion = !WantsToSwitch(who.Message) && ChoiceNumber.In(WordsOf(who.Message)) is null;
        return new Form.WhichShop([.. who.Shops.Select(shop => shop.License)], isQuestion ? who.Message : before)
        {
            ExpiresAt = expiresAt,
        };
    }

    /// <summary>The shops as choices; shops of one name are told apart by their licences' last digits.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(IReadOnlyList<Retailer> shops) =>
        [.. shops.Select(shop => new Choice(ChoicePrefix + shop.License.Value, LabelOf(shop, shops)))];

    /// <summary>True for 换店 and the like.</summary>
    public static bool WantsToSwitch(Inbound message) => Switch().IsMatch(WordsOf(message));

    private static Identified Recognise(Inbound message, Conversation stranger, IReadOnlyList<Retailer> shops) => shops switch
    {
        [] => new Identified(message, stranger, null),
        [var only] => Bind(message, stranger, only),
        _ when message is Inbound.OptedOut or Inbound.OptedIn or Inbound.Unfollowed => new Identified(message, stranger, null),
        _ => new Identified(message, stranger, null) { Shops = shops },
    };

    private static Identified Bind(Inbound message, Conversation conversation, Retailer shop)
    {
        var bound = new ConversationEvent.RetailerBound(shop.License, Holder.Of(shop));
        return new Identified(message, conversation.Apply(bound), shop) { Events = [bound] };
    }

    /// <summary>A row that is gone is no new holder: the binding then waits, and gives no figure.</summary>
    private static bool HasLostAccess(Conversation conversation, Retailer? row) =>
        conversation.Retailer is not null && row is not null && Holder.Of(row) != conversation.Holder;

    /// <summary>Choices that were offered since come first: asking which shop closes those before it.</summary>
    private static Form.WhichShop? AskedWhich(Conversation conversation, DateTimeOffset at) =>
        conversation is { OpenChoice: null, Form: Form.WhichShop form } && form.ExpiresAt > at ? form : null;

    /// <summary>The shop that was picked, if it is still one of the phone's.</summary>
    private static Retailer? Chosen(Inbound message, Form.WhichShop form, IReadOnlyList<Retailer> shops)
    {
        if (ChoiceNumber.In(WordsOf(message)) is { } number)
        {
            return number >= 1 && number <= form.Shops.Count
                ? shops.FirstOrDefault(shop => shop.License == form.Shops[number - 1])
                : null;
        }

        var (id, words) = ((message as Inbound.Text)?.ChoiceId, Turn.WordsOf(message).Trim());
        return shops.FirstOrDefault(shop => id == ChoicePrefix + shop.License.Value || LabelOf(shop, shops) == words);
    }

    private static string LabelOf(Retailer shop, IReadOnlyList<Retailer> shops) =>
        shops.Count(other => other.ShopName == shop.ShopName) > 1
            ? $"{shop.ShopName}({shop.License.Value[^4..]})"
            : shop.ShopName;

    private static string WordsOf(Inbound message) => Normaliser.Normalise(Turn.WordsOf(message));

    [GeneratedRegex("^(?:我要|我想)?(?:换|切换)(?:店|店铺|门店|个店|家店|一家店|一个店|到另一家店?|另一家店?)$")]
    private static partial Regex Switch();
}

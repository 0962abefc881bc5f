using System.Reflection;
using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Phrases;

/// <summary>Every sentence the bot may say. The texts are in <c>config/phrases.zh-CN.json</c>; a start checks one against the other.</summary>
internal static partial class Sentences
{
    public static readonly Phrase Apology = new("apology");
    public static readonly Phrase MoreHint = new("more.hint");
    public static readonly Phrase NothingMore = new("more.nothing");
    public static readonly Phrase MoreExpired = new("more.expired");
    public static readonly Phrase Acknowledged = new("acknowledged");
    public static readonly Phrase Cancelled = new("cancelled");
    public static readonly Phrase VoiceUnread = new("unread.voice");
    public static readonly Phrase KindUnread = new("unread.kind");
    public static readonly Phrase DidYouMean = new("choose.intent");
    public static readonly Phrase DidYouMeanThis = new("choose.intentOne");
    public static readonly Phrase WhichProductOfMany = new("choose.productOfMany", "words", "count");
    public static readonly Phrase WhichProduct = new("choose.product", "words");
    public static readonly Phrase WhichOfThese = new("choose.these");
    public static readonly Phrase ChooseInRange = new("choose.inRange", "count");
    public static readonly Phrase NotUnderstood = new("fallback.retailer");
    public static readonly Phrase NotUnderstoodStranger = new("fallback.stranger");
    public static readonly Phrase WhichProductAtAll = new("choose.anyProduct");

    public static readonly Phrase Greeting = new("greeting.retailer", "shop");
    public static readonly Phrase GreetingStranger = new("greeting.stranger");
    public static readonly Phrase Thanks = new("thanks");
    public static readonly Phrase Goodbye = new("goodbye");
    public static readonly Phrase Help = new("help.retailer");
    public static readonly Phrase HelpStranger = new("help.stranger");

    public static readonly Phrase BindFirst = new("bind.first");
    public static readonly Phrase LicenseGone = new("bind.licenseGone");
    public static readonly Phrase BindAskLicense = new("bind.askLicense");
    public static readonly Phrase BindLicenseShape = new("bind.licenseShape");
    public static readonly Phrase BindLicenseUnknown = new("bind.licenseUnknown");
    public static readonly Phrase BindNoPhone = new("bind.noPhone");
    public static readonly Phrase BindUnavailable = new("bind.unavailable");
    public static readonly Phrase BindTooOften = new("bind.tooOften");
    public static readonly Phrase BindCodeSent = new("bind.codeSent", "tail", "minutes");
    public static readonly Phrase BindCodeMessage = new("bind.codeMessage", "code", "minutes");
    public static readonly Phrase BindCodeWrong = new("bind.codeWrong", "left");
    public static readonly Phrase BindCodeSpent = new("bind.codeSpent");
    public static readonly Phrase BindCodeExpired = new("bind.codeExpired");
    public static readonly Phrase BindCodeShape = new("bind.codeShape");
    public static readonly Phrase Bound = new("bind.done", "shop", "tier");
    public static readonly Phrase AlreadyBound = new("bind.already", "shop", "tail");
    public static readonly Phrase UnbindAsk = new("unbind.ask", "shop");
    public static readonly Phrase Unbound = new("unbind.done");
    public static readonly Phrase UnbindKept = new("unbind.kept");
    public static readonly Phrase UnbindNothing = new("unbind.nothing");

    public static readonly Phrase ShopWhich = new("identity.which", "count");
    public static readonly Phrase ShopChosen = new("identity.chosen", "shop");
    public static readonly Phrase ShopAbout = new("identity.about", "shop");
    public static readonly Phrase AccessLost = new("identity.lost");
    public static readonly Phrase AccessAnew = new("identity.anew", "shop");
    public static readonly Phrase AccessChanged = new("identity.changed");
    public static readonly Phrase OwnPhoneStays = new("identity.ownPhone", "shop");
    public static readonly Phrase BindPrivately = new("identity.bindPrivately");
    public static readonly Phrase GuessedTooOften = new("identity.guessedTooOften");
    public static readonly Phrase CodesGuessedTooOften = new("identity.codesGuessedTooOften");
    public static readonly Phrase SettlementElsewhere = new("identity.settlementElsewhere");
    public static readonly Phrase OptedOut = new("identity.optedOut");
    public static readonly Phrase OptedIn = new("identity.optedIn");

    public static readonly Phrase Supply = new(
        "supply.answer", "product", "remaining", "limit", "tier", "market", "ordered", "cycle", "asOf");

    public static readonly Phrase SupplyZero = new("supply.zero", "product", "tier", "market", "cycle", "asOf");
    public static readonly Phrase SupplyOrdersUnknown = new(
        "supply.ordersUnknown", "product", "limit", "tier", "market", "cycle", "asOf");

    public static readonly Phrase SupplyLine = new("supply.line", "product", "remaining", "limit", "ordered");
    public static readonly Phrase SupplyLineBand = new(
        "supply.lineBand", "product", "remaining", "limit", "ordered", "band", "bandLimit", "bandOrdered");
    public static readonly Phrase SupplyLineOrdersUnknown = new("supply.lineOrdersUnknown", "product", "limit");
    public static readonly Phrase SupplyLineStopped = new("supply.lineStopped", "product");
    public static readonly Phrase SupplyLinesFoot = new("supply.linesFoot", "tier", "market", "cycle", "asOf");
    public static readonly Phrase SupplyBand = new("supply.band", "band", "limit", "ordered", "remaining");
    public static readonly Phrase SupplyBandOrdersUnknown = new("supply.bandOrdersUnknown", "band", "limit");
    public static readonly Phrase SupplyBandBinds = new("supply.bandBinds", "own");
    public static readonly Phrase SupplyCondition = new("supply.condition", "condition");
    public static readonly Phrase SupplyIsNew = new("supply.isNew");
    public static readonly Phrase SupplyOtherTime = new("supply.otherTime", "cycle");
    public static readonly Phrase SupplyNoOrdering = new("supply.noOrdering");
    public static readonly Phrase SupplyWhyHint = new("supply.whyHint");
    public static readonly Phrase SupplyStopped = new("supply.stopped", "product", "cycle", "asOf");
    public static readonly Phrase SupplyNotPlanned = new("supply.notPlanned", "product", "cycle", "asOf");
    public static readonly Phrase SupplyAlternatives = new("supply.alternatives", "class");
    public static readonly Phrase SupplyAlternative = new("supply.alternative", "product", "remaining");
    public static readonly Phrase SupplyNoAlternatives = new("supply.noAlternatives", "class");
    public static readonly Phrase SupplyExpired = new("supply.expired", "last");
    public static readonly Phrase SupplyNext = new("supply.next", "next");
    public static readonly Phrase SupplyNeverLoaded = new("supply.neverLoaded");
    public static readonly Phrase ShopClosed = new("supply.shopClosed", "shop");
    public static readonly Phrase ProductGone = new("supply.productGone");
    public static readonly Phrase OrdersOld = new("supply.ordersOld");
    public static readonly Phrase Orderable = new("orderable.head", "count", "cycle", "asOf");
    public static readonly Phrase OrderableLine = new("orderable.line", "number", "product", "remaining");
    public static readonly Phrase OrderableMore = new("orderable.more", "count");
    public static readonly Phrase OrderableFoot = new("orderable.foot", "asOf");
    public static readonly Phrase OrderableNothing = new("orderable.nothing", "cycle", "asOf");

    public static readonly Phrase WhyHead = new("why.head", "product", "limit", "asOf");
    public static readonly Phrase WhyTier = new("why.tier", "tier", "market", "cell");
    public static readonly Phrase WhyAddition = new("why.addition", "cartons", "reason");
    public static readonly Phrase WhyAdditionNoReason = new("why.additionNoReason", "cartons");
    public static readonly Phrase WhyOrdered = new("why.ordered", "ordered", "remaining");
    public static readonly Phrase WhyCondition = new("why.condition", "condition");
    public static readonly Phrase WhyBand = new("why.band", "band", "limit", "ordered", "remaining");
    public static readonly Phrase WhyBandBinds = new("why.bandBinds", "band", "remaining");
    public static readonly Phrase WhyFoot = new("why.foot", "cycle");

    public static readonly Phrase Price = new("price.answer", "product", "prices", "asOf");
    public static readonly Phrase PriceUnknown = new("price.unknown");
    public static readonly Phrase PriceWholesale = new("price.wholesale", "amount");
    public static readonly Phrase PriceRetail = new("price.retail", "amount");

    public static readonly Phrase Settlement = new("settlement.balance", "balance", "balanceAt");
    public static readonly Phrase SettlementShort = new("settlement.short", "pending", "at", "shortfall", "bank", "tail");
    public static readonly Phrase SettlementEnough = new("settlement.enough", "pending", "at", "left");
    public static readonly Phrase SettlementNothingPending = new("settlement.nothingPending");
    public static readonly Phrase SettlementPast = new("settlement.past", "pending", "at");
    public static readonly Phrase SettlementNoTime = new("settlement.noTime", "pending", "shortfall");
    public static readonly Phrase SettlementNoTimeEnough = new("settlement.noTimeEnough", "pending", "left");
    public static readonly Phrase SettlementLast = new("settlement.last", "result");
    public static readonly Phrase SettlementNone = new("settlement.none");
    public static readonly Phrase SettlementAsOf = new("settlement.asOf", "asOf");

    public static readonly Phrase NewBrands = new("newBrands.head", "count", "tier", "asOf");
    public static readonly Phrase NewBrandLine = new("newBrands.line", "number", "product", "retail", "taste", "origin");
    public static readonly Phrase NewBrandsGallery = new("newBrands.gallery", "count", "tier", "asOf");
    public static readonly Phrase NewBrandsFoot = new("newBrands.foot");
    public static readonly Phrase NewBrandsNone = new("newBrands.none", "tier", "asOf");
    public static readonly Phrase NewBrandsNotLoaded = new("newBrands.notLoaded");
    public static readonly Phrase NewBrandTitle = new("newBrands.cardTitle", "product");
    public static readonly Phrase NewBrandText = new(
        "newBrands.cardText", "taste", "origin", "prices", "point", "launch", "asOf");

    public static readonly Phrase ArrivalLine = new("arrival.line", "product", "date", "note");
    public static readonly Phrase ArrivalNone = new("arrival.none", "product");
    public static readonly Phrase ArrivalList = new("arrival.head", "asOf");
    public static readonly Phrase ArrivalListNone = new("arrival.noneAtAll", "asOf");
    public static readonly Phrase ArrivalFoot = new("arrival.foot", "asOf");
    public static readonly Phrase ArrivalNotLoaded = new("arrival.notLoaded");

    public static readonly Phrase OrderDay = new("orderDay.answer", "rule", "next", "asOf");
    public static readonly Phrase OrderDayToday = new("orderDay.today", "rule", "asOf");
    public static readonly Phrase Delivery = new("delivery.answer", "day", "date", "asOf");
    public static readonly Phrase DeliveryUnknown = new("delivery.unknown");
    public static readonly Phrase DeliveryDriver = new("delivery.driver", "name", "phone");

    public static readonly Phrase Officers = new("officers.head");
    public static readonly Phrase OfficersNone = new("officers.none");

    public static readonly Phrase HotlineName = new("hotline.name", "name", "hours");
    public static readonly Phrase HotlineFoot = new("hotline.foot");
    public static readonly Phrase HotlineNone = new("hotline.none");

    public static readonly Phrase ComplaintOffer = new("complaint.offer");
    public static readonly Phrase ComplaintConfirm = new("complaint.confirm", "text");
    public static readonly Phrase ComplaintTell = new("complaint.tell");
    public static readonly Phrase ComplaintDone = new("complaint.done", "number", "due");
    public static readonly Phrase ComplaintDropped = new("complaint.dropped");
    public static readonly Phrase TicketOpen = new("ticket.open", "number", "created", "due");
    public static readonly Phrase TicketClosed = new("ticket.closed", "number", "created");
    public static readonly Phrase TicketNone = new("ticket.none");
    public static readonly Phrase TicketUnknown = new("ticket.unknown", "number");

    public static readonly Phrase HandoffDone = new("handoff.done", "manager", "due", "number");
    public static readonly Phrase HandoffDoneNoManager = new("handoff.doneNoManager", "due", "number");
    public static readonly Phrase HandoffStranger = new("handoff.stranger");
    public static readonly Phrase HandoffOffer = new("handoff.offer");
    public static readonly Phrase HandoffDeclined = new("handoff.declined");

    public static readonly Phrase PolicyHead = new("policy.head", "count");
    public static readonly Phrase PolicyTier = new("policy.tier", "tier", "market", "asOf");
    public static readonly Phrase PolicyOne = new("policy.one", "title", "from", "body");
    public static readonly Phrase PolicyNone = new("policy.none");
    public static readonly Phrase FaqNone = new("faq.none");
    public static readonly Phrase FaqNoneStranger = new("faq.noneStranger");
    public static readonly Phrase FaqWhich = new("faq.which");
    public static readonly Phrase SubscribeLater = new("subscribe.later");
    public static readonly Phrase UnsubscribeNothing = new("subscribe.nothing");

    // The service phone number's own prompts.
    public static readonly Phrase CallWelcome = new("call.welcome");
    public static readonly Phrase CallPress = new("call.press", "what", "key");
    public static readonly Phrase CallAgain = new("call.again");
    public static readonly Phrase CallBack = new("call.back");
    public static readonly Phrase CallLeaveDigits = new("call.leaveDigits");
    public static readonly Phrase CallLeaveRecording = new("call.leaveRecording");
    public static readonly Phrase CallNothingHeard = new("call.nothingHeard");
    public static readonly Phrase CallUnknownKey = new("call.unknownKey");
    public static readonly Phrase CallOneMoment = new("call.oneMoment");
    public static readonly Phrase CallTooSlow = new("call.tooSlow");
    public static readonly Phrase CallOutOfService = new("call.outOfService");
    public static readonly Phrase CallGoodbye = new("call.goodbye");
    public static readonly Phrase CallItemSupplyQuota = new("call.item.supply_quota");
    public static readonly Phrase CallItemSettlement = new("call.item.settlement_balance");
    public static readonly Phrase CallItemNewBrand = new("call.item.new_brand");
    public static readonly Phrase CallItemHotline = new("call.item.hotline");
    public static readonly Phrase CallItemComplaint = new("call.item.complaint");
    public static readonly Phrase CallItemHandoff = new("call.item.human_handoff");
    public static readonly Phrase CallItemArrival = new("call.item.arrival");
    public static readonly Phrase CallItemOrderDay = new("call.item.order_day");
    public static readonly Phrase CallItemDelivery = new("call.item.delivery");

    // What is said only on some channels, or only where strangers read along.
    public static readonly Phrase SupplyLineNoPlan = new("supply.lineNoPlan", "product");
    public static readonly Phrase ComplaintPhoto = new("complaint.photo");
    public static readonly Phrase HandoffUrgent = new("handoff.urgent");
    public static readonly Phrase HandoffConnect = new("voice.connect", "manager");
    public static readonly Phrase HandoffMessage = new("voice.leaveMessage");
    public static readonly Phrase HandoffNoAnswer = new("voice.noAnswer");
    public static readonly Phrase Recording = new("voice.recording");
    public static readonly Phrase HotlineSpoken = new("voice.hotline", "name", "number", "hours");
    public static readonly Phrase NoticeNoTime = new("notice.noTime");
    public static readonly Phrase PublicGreeting = new("public.greeting");
    public static readonly Phrase PublicHelp = new("public.help");
    public static readonly Phrase PublicInvite = new("public.invite");
    public static readonly Phrase PublicPerson = new("public.person");
    public static readonly Phrase PublicOrderDay = new("public.orderDay");
    public static readonly Phrase PublicLicense = new("public.license");

    private static readonly Dictionary<Intent, Phrase> IntentNames =
        Enum.GetValues<Intent>().ToDictionary(intent => intent, intent => new Phrase($"intent.{intent.ToLabel()}"));

    // Read on first use: the fields of the other parts may be set after those of this one.
    private static readonly Lazy<IReadOnlyList<Phrase>> Every = new(() =>
    [
        .. typeof(Sentences).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(Phrase))
            .Select(field => (Phrase)field.GetValue(null)!),
        .. IntentNames.Values,
    ]);

    /// <summary>Every sentence there is.</summary>
    public static IReadOnlyList<Phrase> All => Every.Value;

    /// <summary>How a retailer would name what the intent is about.</summary>
    public static string NameOf(this PhraseBook phrases, Intent intent) => phrases.Say(IntentNames[intent]);
}

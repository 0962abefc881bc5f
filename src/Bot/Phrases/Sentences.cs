using System.Reflection;
using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Phrases;

/// <summary>Every sentence the bot may say. The texts are in <c>config/phrases.zh-CN.json</c>; a start checks one against the other.</summary>
internal static class Sentences
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

    // What is said only on some channels, or only where strangers read along.
    public static readonly Phrase SupplyLineNoPlan = new("supply.lineNoPlan", "product");
    public static readonly Phrase ComplaintPhoto = new("complaint.photo");
    public static readonly Phrase HandoffUrgent = new("handoff.urgent");
    public static readonly Phrase HandoffConnect = new("voice.connect", "manager");
    public static readonly Phrase HandoffMessage = new("voice.leaveMessage");
    public static readonly Phrase Recording = new("voice.recording");
    public static readonly Phrase HotlineSpoken = new("voice.hotline", "name", "number", "hours");
    public static readonly Phrase NoticeNoTime = new("notice.noTime");
    public static readonly Phrase PublicGreeting = new("public.greeting");
    public static readonly Phrase PublicHelp = new("public.help");
    public static readonly Phrase PublicInvite = new("public.invite");
    public static readonly Phrase PublicPerson = new("public.person");
    public static readonly Phrase PublicOrderDay = new("public.orderDay");
    public static readonly Phrase PublicLicense = new("public.license");
    public static readonly Phrase ChatTitle = new("chat.title");
    public static readonly Phrase ChatNothingYet = new("chat.nothingYet");
    public static readonly Phrase ChatAsk = new("chat.ask");
    public static readonly Phrase ChatSend = new("chat.send");
    public static readonly Phrase ChatPhoto = new("chat.photo");
    public static readonly Phrase ChatChoices = new("chat.choices");
    public static readonly Phrase ChatOlder = new("chat.older");
    public static readonly Phrase ChatToNewest = new("chat.toNewest");
    public static readonly Phrase ChatStillWorking = new("chat.stillWorking");
    public static readonly Phrase ChatAgain = new("chat.again");
    public static readonly Phrase ChatEmpty = new("chat.empty");
    public static readonly Phrase ChatTooLong = new("chat.tooLong", "most");
    public static readonly Phrase ChatOwn = new("chat.own");
    public static readonly Phrase ChatBot = new("chat.bot");
    public static readonly Phrase ChatSending = new("chat.sending");
    public static readonly Phrase ChatFailed = new("chat.failed");
    public static readonly Phrase ChatResend = new("chat.resend");
    public static readonly Phrase ChatOffline = new("chat.offline");
    public static readonly Phrase ChatElsewhere = new("chat.elsewhere");
    public static readonly Phrase ChatEnded = new("chat.ended");
    public static readonly Phrase ChatTyping = new("chat.typing");
    public static readonly Phrase ChatNotPicture = new("chat.notPicture");
    public static readonly Phrase ChatVoice = new("chat.voice");
    public static readonly Phrase ChatPicture = new("chat.picture");
    public static readonly Phrase ChatVideo = new("chat.video");
    public static readonly Phrase ChatLocation = new("chat.location");
    public static readonly Phrase ChatMenu = new("chat.menu");
    public static readonly Phrase ChatOther = new("chat.other");
    public static readonly Phrase ChatOnWeb = new("chat.onWeb");
    public static readonly Phrase ChatOnWeChat = new("chat.onWeChat");
    public static readonly Phrase ChatOnSms = new("chat.onSms");
    public static readonly Phrase ChatOnVoice = new("chat.onVoice");
    public static readonly Phrase ChatOnQq = new("chat.onQq");
    public static readonly Phrase WebTitle = new("web.title");
    public static readonly Phrase WebPageTitle = new("web.pageTitle", "page");
    public static readonly Phrase WebSkip = new("web.skip");
    public static readonly Phrase WebNav = new("web.nav");
    public static readonly Phrase WebHome = new("web.home");
    public static readonly Phrase WebLimits = new("web.limits");
    public static readonly Phrase WebComplaints = new("web.complaints");
    public static readonly Phrase WebChat = new("web.chat");
    public static readonly Phrase WebSignIn = new("web.signIn");
    public static readonly Phrase WebSignOut = new("web.signOut");
    public static readonly Phrase WebWelcome = new("web.welcome");
    public static readonly Phrase WebWelcomeText = new("web.welcomeText");
    public static readonly Phrase WebWelcomeHow = new("web.welcomeHow");
    public static readonly Phrase WebLicenseGone = new("web.licenseGone");
    public static readonly Phrase WebShop = new("web.shop", "tier", "market", "tail");
    public static readonly Phrase WebAsOf = new("web.asOf", "asOf");
    public static readonly Phrase WebOrderDays = new("web.orderDays");
    public static readonly Phrase WebNextOrder = new("web.nextOrder");
    public static readonly Phrase WebOrderToday = new("web.orderToday");
    public static readonly Phrase WebNextDelivery = new("web.nextDelivery");
    public static readonly Phrase WebDeliveryUnknown = new("web.deliveryUnknown");
    public static readonly Phrase WebOrderRule = new("web.orderRule", "rule");
    public static readonly Phrase WebSettlement = new("web.settlement");
    public static readonly Phrase WebShort = new("web.short", "shortfall", "at");
    public static readonly Phrase WebShortWhere = new("web.shortWhere", "bank", "tail");
    public static readonly Phrase WebEnough = new("web.enough", "at", "pending", "left");
    public static readonly Phrase WebShortNoTime = new("web.shortNoTime", "shortfall");
    public static readonly Phrase WebEnoughNoTime = new("web.enoughNoTime", "pending");
    public static readonly Phrase WebDeductionPast = new("web.deductionPast", "pending", "at");
    public static readonly Phrase WebDeductionPastNext = new("web.deductionPastNext");
    public static readonly Phrase WebBalance = new("web.balance");
    public static readonly Phrase WebPending = new("web.pending");
    public static readonly Phrase WebDeductionAt = new("web.deductionAt");
    public static readonly Phrase WebDeductionUnset = new("web.deductionUnset");
    public static readonly Phrase WebAccount = new("web.account");
    public static readonly Phrase WebAccountOf = new("web.accountOf", "bank", "tail");
    public static readonly Phrase WebLastDeduction = new("web.lastDeduction");
    public static readonly Phrase WebYuan = new("web.yuan");
    public static readonly Phrase WebCartons = new("web.cartons");
    public static readonly Phrase WebBalanceOld = new("web.balanceOld", "at");
    public static readonly Phrase WebAccountAsOf = new("web.accountAsOf", "balanceAt", "asOf");
    public static readonly Phrase WebLimitsHead = new("web.limitsHead");
    public static readonly Phrase WebCycle = new("web.cycle", "cycle");
    public static readonly Phrase WebOwnCycle = new("web.ownCycle", "cycle");
    public static readonly Phrase WebOrderableCount = new("web.orderableCount", "count");
    public static readonly Phrase WebNothingOrderable = new("web.nothingOrderable");
    public static readonly Phrase WebLimitsAsOf = new("web.limitsAsOf", "plan", "orders");
    public static readonly Phrase WebLimitsAsOfNoOrders = new("web.limitsAsOfNoOrders", "plan");
    public static readonly Phrase WebLeft = new("web.left");
    public static readonly Phrase WebLimit = new("web.limit");
    public static readonly Phrase WebUsedUp = new("web.usedUp");
    public static readonly Phrase WebStopped = new("web.stopped");
    public static readonly Phrase WebNotPlanned = new("web.notPlanned");
    public static readonly Phrase WebLimitFigures = new("web.limitFigures", "limit", "ordered");
    public static readonly Phrase WebLimitFiguresAdded = new("web.limitFiguresAdded", "limit", "added", "ordered");
    public static readonly Phrase WebLimitOnly = new("web.limitOnly");
    public static readonly Phrase WebSearch = new("web.search");
    public static readonly Phrase WebPriceClass = new("web.priceClass");
    public static readonly Phrase WebEveryClass = new("web.everyClass");
    public static readonly Phrase WebFind = new("web.find");
    public static readonly Phrase WebFound = new("web.found", "count");
    public static readonly Phrase WebNotFound = new("web.notFound");
    public static readonly Phrase WebShowAll = new("web.showAll");
    public static readonly Phrase WebAllLimits = new("web.allLimits", "count");
    public static readonly Phrase WebPages = new("web.pages");
    public static readonly Phrase WebPage = new("web.page", "page", "pages");
    public static readonly Phrase WebPrevious = new("web.previous");
    public static readonly Phrase WebNext = new("web.next");
    public static readonly Phrase WebNewBrands = new("web.newBrands");
    public static readonly Phrase WebNewBrandsFor = new("web.newBrandsFor", "tier", "count");
    public static readonly Phrase WebNewBrandsNone = new("web.newBrandsNone", "tier");
    public static readonly Phrase WebNewBrandsNotLoaded = new("web.newBrandsNotLoaded");
    public static readonly Phrase WebPicture = new("web.picture", "product");
    public static readonly Phrase WebTaste = new("web.taste", "taste", "origin");
    public static readonly Phrase WebLaunched = new("web.launched", "launch");
    public static readonly Phrase WebHowMany = new("web.howMany");
    public static readonly Phrase WebHowManyOf = new("web.howManyOf", "product");
    public static readonly Phrase WebNewBrandsMore = new("web.newBrandsMore", "count");
    public static readonly Phrase WebArrivals = new("web.arrivals");
    public static readonly Phrase WebArrivalsNone = new("web.arrivalsNone");
    public static readonly Phrase WebArrivalsNotLoaded = new("web.arrivalsNotLoaded");
    public static readonly Phrase WebArrivalsLater = new("web.arrivalsLater", "count");
    public static readonly Phrase WebToday = new("web.today");
    public static readonly Phrase WebNotices = new("web.notices");
    public static readonly Phrase WebNoticesNone = new("web.noticesNone");
    public static readonly Phrase WebNoticeFrom = new("web.noticeFrom", "from");
    public static readonly Phrase WebOfficers = new("web.officers");
    public static readonly Phrase WebOfficersNone = new("web.officersNone");
    public static readonly Phrase WebCall = new("web.call", "name", "phone");
    public static readonly Phrase WebHotlines = new("web.hotlines");
    public static readonly Phrase WebCallLine = new("web.callLine", "name", "phone");
    public static readonly Phrase WebHotlinesNone = new("web.hotlinesNone");
    public static readonly Phrase WebAsk = new("web.ask");
    public static readonly Phrase WebAskText = new("web.askText");
    public static readonly Phrase WebComplain = new("web.complain");
    public static readonly Phrase WebComplainText = new("web.complainText");
    public static readonly Phrase WebComplaintWords = new("web.complaintWords");
    public static readonly Phrase WebComplaintMost = new("web.complaintMost", "most");
    public static readonly Phrase WebComplaintPhotos = new("web.complaintPhotos", "most", "megabytes");
    public static readonly Phrase WebComplaintSend = new("web.complaintSend");
    public static readonly Phrase WebComplaintDone = new("web.complaintDone", "number", "due");
    public static readonly Phrase WebFaultEmpty = new("web.faultEmpty");
    public static readonly Phrase WebFaultLong = new("web.faultLong", "most");
    public static readonly Phrase WebFaultMany = new("web.faultMany", "most");
    public static readonly Phrase WebFaultBig = new("web.faultBig", "megabytes");
    public static readonly Phrase WebFaultKind = new("web.faultKind");
    public static readonly Phrase WebFaultForm = new("web.faultForm");
    public static readonly Phrase WebPhotosAgain = new("web.photosAgain");
    public static readonly Phrase WebTickets = new("web.tickets");
    public static readonly Phrase WebTicketsNone = new("web.ticketsNone");
    public static readonly Phrase WebTicketComplaint = new("web.ticketComplaint", "number");
    public static readonly Phrase WebTicketCallBack = new("web.ticketCallBack", "number");
    public static readonly Phrase WebTicketOpen = new("web.ticketOpen", "due");
    public static readonly Phrase WebTicketLate = new("web.ticketLate", "due");
    public static readonly Phrase WebTicketClosed = new("web.ticketClosed");
    public static readonly Phrase WebTicketAt = new("web.ticketAt", "created");
    public static readonly Phrase WebPhoto = new("web.photo", "number", "index");
    public static readonly Phrase WebAllTickets = new("web.allTickets");

    private static readonly Dictionary<Intent, Phrase> IntentNames =
        Enum.GetValues<Intent>().ToDictionary(intent => intent, intent => new Phrase($"intent.{intent.ToLabel()}"));

    /// <summary>Every sentence there is.</summary>
    public static IReadOnlyList<Phrase> All { get; } =
    [
        .. typeof(Sentences).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(Phrase))
            .Select(field => (Phrase)field.GetValue(null)!),
        .. IntentNames.Values,
    ];

    /// <summary>How a retailer would name what the intent is about.</summary>
    public static string NameOf(this PhraseBook phrases, Intent intent) => phrases.Say(IntentNames[intent]);
}

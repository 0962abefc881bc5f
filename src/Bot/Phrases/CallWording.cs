using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Phrases;

/// <summary>The service phone number's own prompts, from the phrase file.</summary>
internal static class CallWording
{
    private static readonly Dictionary<Intent, Phrase> Items = new()
    {
        [Intent.SupplyQuota] = Sentences.CallItemSupplyQuota,
        [Intent.SettlementBalance] = Sentences.CallItemSettlement,
        [Intent.NewBrand] = Sentences.CallItemNewBrand,
        [Intent.Hotline] = Sentences.CallItemHotline,
        [Intent.Complaint] = Sentences.CallItemComplaint,
        [Intent.HumanHandoff] = Sentences.CallItemHandoff,
        [Intent.Arrival] = Sentences.CallItemArrival,
        [Intent.OrderDay] = Sentences.CallItemOrderDay,
        [Intent.Delivery] = Sentences.CallItemDelivery,
    };

    /// <summary>All of them; slots are left for the channel to fill.</summary>
    public static CallPrompts CallPrompts(this PhraseBook phrases) => new()
    {
        Welcome = phrases.Say(Sentences.CallWelcome),
        Press = phrases.Say(Sentences.CallPress),
        MenuItems = Items.ToDictionary(item => item.Key.ToLabel(), item => phrases.Say(item.Value)),
        Again = phrases.Say(Sentences.CallAgain),
        Back = phrases.Say(Sentences.CallBack),
        LeaveDigits = phrases.Say(Sentences.CallLeaveDigits),
        LeaveRecording = phrases.Say(Sentences.CallLeaveRecording),
        NothingHeard = phrases.Say(Sentences.CallNothingHeard),
        UnknownKey = phrases.Say(Sentences.CallUnknownKey),
        OneMoment = phrases.Say(Sentences.CallOneMoment),
        TooSlow = phrases.Say(Sentences.CallTooSlow),
        OutOfService = phrases.Say(Sentences.CallOutOfService),
        Goodbye = phrases.Say(Sentences.CallGoodbye),
    };
}

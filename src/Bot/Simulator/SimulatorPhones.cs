using System.Globalization;
using System.Security.Cryptography;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Simulator;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Simulator;

/// <summary>Begins and ends simulated phones; a retailer's phone is bound from the start.</summary>
internal sealed class SimulatorPhones(
    ConversationStore conversations, KnowledgeBase knowledge, WeChatPhones phones, SmsPhones messages, TwilioPlayer twilio)
{
    /// <summary>A new openid, bound to the licence when there is one.</summary>
    public async Task<string> BeginAsync(LicenseNumber? license, CancellationToken cancellationToken)
    {
        var openId = $"sim_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        if (license is { } known && await knowledge.RetailerAsync(known, cancellationToken) is { } retailer)
        {
            await conversations.BeginBoundAsync(KeyOf(openId), known, Holder.Of(retailer), cancellationToken);
        }

        return openId;
    }

    /// <summary>Forgets the phone and its conversation.</summary>
    public Task EndAsync(string openId, CancellationToken cancellationToken)
    {
        phones.Remove(openId);
        return conversations.RemoveAsync(KeyOf(openId), cancellationToken);
    }

    /// <summary>Forgets a phone's text messages and their conversation.</summary>
    public Task ForgetMessagesAsync(string phone, CancellationToken cancellationToken)
    {
        messages.Clear(phone);
        return conversations.RemoveAsync(ConversationKey.Create(ChannelNames.Sms, twilio.Account, phone), cancellationToken);
    }

    /// <summary>A mainland number of nobody's.</summary>
    public static string NewNumber() =>
        "199" + RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    private static ConversationKey KeyOf(string openId) =>
        ConversationKey.Create(ChannelNames.WeChat, WeChatPlayer.Account, openId);
}

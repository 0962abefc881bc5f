using System.Security.Cryptography;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Simulator;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Simulator;

/// <summary>Begins and ends simulated phones; a retailer's phone is bound from the start.</summary>
internal sealed class SimulatorPhones(ConversationStore conversations, KnowledgeBase knowledge, WeChatPhones phones)
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

    private static ConversationKey KeyOf(string openId) =>
        ConversationKey.Create(ChannelNames.WeChat, WeChatPlayer.Account, openId);
}

using System.Net;
using System.Net.Sockets;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>Where a request comes from, as far as it is counted.</summary>
internal static class ClientAddress
{
    private const string Account = "sign-in";
    private const int NetworkBytes = 8;

    /// <summary>The address; of IPv6 the /64, since one subscriber has all of it.</summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        return address.IsIPv4MappedToIPv6
            ? address.MapToIPv4().ToString()
            : Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes));
    }

    /// <summary>The same as what codes and wrong tries are counted under: <c>web/sign-in/{hash}</c>, stable.</summary>
    public static ConversationKey KeyOf(HttpContext context) =>
        ConversationKey.Create(ChannelNames.Web, Account, BrowserSecret.HashOf(Of(context)));
}

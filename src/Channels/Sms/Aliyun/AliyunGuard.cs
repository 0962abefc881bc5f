using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>Callbacks are not signed: where they come from and a path that nobody knows is all there is.</summary>
internal sealed class AliyunGuard(IOptions<AliyunSmsOptions> options)
{
    private readonly IPNetwork[] _allowed = [.. options.Value.AllowedAddresses.Select(NetworkOf)];
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.ReceiveSecret);

    /// <summary>Why the callback is not taken; null when it is.</summary>
    /// <param name="caller">The connection's address, or the one that a known proxy names.</param>
    /// <param name="secret">The last part of the path.</param>
    public string? Fault(IPAddress? caller, string? secret) =>
        !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret ?? ""), _secret) ? "path"
        : caller is null || !IsAllowed(caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller) ? "address"
        : null;

    private bool IsAllowed(IPAddress caller) => Array.Exists(_allowed, network => network.Contains(caller));

    private static IPNetwork NetworkOf(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        var address = IPAddress.Parse(text);
        return new IPNetwork(address, address.GetAddressBytes().Length * 8);
    }
}

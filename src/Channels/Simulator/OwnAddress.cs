using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ServiceBot.Channels.Simulator;

/// <summary>Where this server listens, as something on the same machine reaches it.</summary>
internal sealed class OwnAddress(IServer server)
{
    private static readonly string[] Everywhere = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The server's address, plain HTTP before HTTPS.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen on any address.</exception>
    public Uri Find() =>
        Pick(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        ?? throw new InvalidOperationException("The server listens on no address, so the simulator cannot reach it.");

    /// <summary>Of several addresses the one to use; null when there is none.</summary>
    public static Uri? Pick(IEnumerable<string> addresses) => addresses
        .Where(address => address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        .OrderBy(address => address.StartsWith("https", StringComparison.OrdinalIgnoreCase))
        .Select(address => new Uri(Reachable(address)))
        .FirstOrDefault();

    // An address that stands for all of the machine's own is no address to call.
    private static string Reachable(string address) => Everywhere.Aggregate(
        address, (text, host) => text.Replace($"://{host}", "://localhost", StringComparison.Ordinal));
}

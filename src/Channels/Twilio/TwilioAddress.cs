namespace ServiceBot.Channels.Twilio;

/// <summary>
/// The forms of an address that Twilio may have signed. Only text is cut and joined: a <see cref="Uri"/> would change case
/// and escapes.
/// </summary>
internal static class TwilioAddress
{
    private const string SchemeEnd = "://";

    /// <summary>The address as it is, without its port, and with it.</summary>
    public static IEnumerable<string> Variants(string address)
    {
        var hostAt = address.IndexOf(SchemeEnd, StringComparison.Ordinal) + SchemeEnd.Length;
        var pathAt = address.IndexOfAny(['/', '?', '#'], hostAt) is var end and >= 0 ? end : address.Length;
        var portAt = pathAt - PortLength(address[hostAt..pathAt]);
        var (host, port, path) = (address[..portAt], address[portAt..pathAt], address[pathAt..]);
        return new[] { address, host + path, host + (port.Length > 0 ? port : DefaultPort(address)) + path }.Distinct();
    }

    /// <summary>How long the port is at the end of <c>user:password@host:port</c>, its colon included.</summary>
    private static int PortLength(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOfAny(['@', ']']) ? authority.Length - colon : 0;
    }

    private static string DefaultPort(string address) =>
        address.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
}

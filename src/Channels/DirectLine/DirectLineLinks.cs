using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Absolute addresses, as clients need them.</summary>
internal sealed class DirectLineLinks(DirectLineSeal seal, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Purpose = "file";

    /// <summary>Where this service is for whoever sent the request, without a slash at the end.</summary>
    public string BaseOf(HttpRequest request) =>
        options.Value.PublicBaseUrl?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    /// <summary>The address of a conversation's stream; http becomes ws.</summary>
    /// <param name="baseUrl">Of <see cref="BaseOf"/>.</param>
    /// <param name="conversation">Which.</param>
    /// <param name="ticket">Lets its bearer in, once.</param>
    /// <param name="watermark">From where on; null for only what is new.</param>
    public static string Stream(string baseUrl, string conversation, string ticket, string? watermark)
    {
        var address = $"ws{baseUrl["http".Length..]}{DirectLineSetup.Path}/conversations/{conversation}/stream?t={ticket}";
        return watermark is null ? address : $"{address}&watermark={Uri.EscapeDataString(watermark)}";
    }

    /// <summary>The absolute form of an address that may begin with a slash.</summary>
    public static string Absolute(string baseUrl, string pathOrUrl) =>
        pathOrUrl.StartsWith('/') ? baseUrl + pathOrUrl : pathOrUrl;

    /// <summary>
    /// The address of a kept file, for a page's picture: it needs no header, and ends. Its end is rounded up, so that the same
    /// picture has the same address for a while and is not loaded again.
    /// </summary>
    public string File(string baseUrl, string id)
    {
        var lifetime = (long)options.Value.FileLinkLifetime.TotalSeconds;
        var until = ((time.GetUtcNow().ToUnixTimeSeconds() / lifetime) + 2) * lifetime;
        var ticket = seal.Close(Purpose, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{until} {id}")));
        return $"{baseUrl}{DirectLineSetup.Path}/attachments/{Uri.EscapeDataString(id)}?t={ticket}";
    }

    /// <summary>True for an address made by <see cref="File"/> that has not ended.</summary>
    public bool Opens(string id, string ticket)
    {
        var said = Encoding.UTF8.GetString(seal.Open(Purpose, ticket) ?? []).Split(' ', 2);
        return said.Length == 2
            && said[1] == id
            && time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(said[0], CultureInfo.InvariantCulture);
    }
}

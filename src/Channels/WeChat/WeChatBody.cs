using System.Text;
using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels.WeChat;

/// <summary>Reads a callback's body within a limit.</summary>
internal static class WeChatBody
{
    /// <summary>Largest body taken, in bytes: 1 MiB. Real pushes hold a few thousand.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>The body as text, or null when it is over the limit.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await CallbackBody.ReadAsync(request, LargestBody, cancellationToken) is { } body ? Encoding.UTF8.GetString(body) : null;
}

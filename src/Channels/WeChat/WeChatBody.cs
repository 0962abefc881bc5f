using System.Text;
using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels.WeChat;

/// <summary>Reads a callback's body within a limit.</summary>
internal static class WeChatBody
{
    /// <summary>Largest body taken, in bytes: 1 MiB. Real pushes hold a few thousand.</summary>
    public const int LargestBody = 1024 * 1024;

    private const int Chunk = 8 * 1024;

    /// <summary>The body as text, or null when it is over the limit.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? Chunk));
        var chunk = new byte[Chunk];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}

using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels;

/// <summary>Reads a callback's body once, within a limit.</summary>
internal static class CallbackBody
{
    private const int FirstBuffer = 8 * 1024;

    /// <summary>The body just as it came, or null when it is over the limit.</summary>
    /// <param name="request">The callback.</param>
    /// <param name="largest">Most bytes.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest, CancellationToken cancellationToken)
    {
        if (request.ContentLength > largest)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? FirstBuffer));
        var chunk = new byte[FirstBuffer];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (body.Length + read > largest)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }
}

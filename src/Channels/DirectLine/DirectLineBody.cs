using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Reads bodies within a limit.</summary>
internal static class DirectLineBody
{
    /// <summary>Largest JSON body, in bytes: 64 KiB. A message of Web Chat's holds about one.</summary>
    public const int LargestJson = 64 * 1024;

    // Shown again, a message stands two levels deeper than it came, and the writer's limit is 64.
    private const int Deepest = 60;

    private const int Chunk = 4 * 1024;

    /// <summary>The body as a record; null for an empty body or a JSON null.</summary>
    /// <exception cref="DirectLineRefusedException">It is too large, or not such a record.</exception>
    public static async Task<T?> ReadJsonAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (request.ContentLength > LargestJson)
        {
            throw DirectLineRefusedException.TooLarge();
        }

        return Parse(await ReadAsync(request.Body, LargestJson, cancellationToken), type);
    }

    /// <summary>A record from JSON; null for nothing.</summary>
    /// <exception cref="DirectLineRefusedException">It is not such a record.</exception>
    public static T? Parse<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        if (json.IsEmpty)
        {
            return null;
        }

        try
        {
            // What is kept as it came would fail only when it is written again.
            JsonText.Require(json.Span, Deepest);
            return JsonSerializer.Deserialize(json.Span, type);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw DirectLineRefusedException.Malformed("The body is not the JSON object that belongs here.");
        }
    }

    /// <summary>All of a stream.</summary>
    /// <exception cref="DirectLineRefusedException">It holds more than <paramref name="most"/> bytes.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var chunk = new byte[Chunk];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (body.Length + read > most)
            {
                throw DirectLineRefusedException.TooLarge();
            }

            body.Write(chunk, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Reads bodies within a limit.</summary>
internal static class DirectLineBody
{
    /// <summary>Largest JSON body, in bytes: 64 KiB. A message of Web Chat's holds about one.</summary>
    public const int LargestJson = 64 * 1024;

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
        try
        {
            return json.IsEmpty ? null : JsonSerializer.Deserialize(json.Span, type);
        }
        catch (JsonException)
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

using System.Net;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>A body that does not say its length beforehand.</summary>
internal sealed class ChunkedContent(int bytes) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var chunk = new byte[4096];
        Array.Fill(chunk, (byte)'x');
        for (var left = bytes; left > 0; left -= chunk.Length)
        {
            await stream.WriteAsync(chunk.AsMemory(0, Math.Min(left, chunk.Length)));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}

using System.IO.Hashing;
using System.Text;

namespace ServiceBot.Knowledge.Cache;

/// <summary>Where the embedded store's socket is.</summary>
internal static class GarnetSocket
{
    /// <summary>The system holds a socket's path in 108 bytes, its end included.</summary>
    private const int LongestPath = 107;

    /// <summary>In the data directory; when that path is too long, one of its own in the temporary folder.</summary>
    public static string PathIn(string dataDirectory)
    {
        var full = Path.GetFullPath(dataDirectory);
        var path = Path.Combine(full, "garnet.sock");
        return Encoding.UTF8.GetByteCount(path) <= LongestPath
            ? path
            : Path.Combine(Path.GetTempPath(), $"servicebot-{Hash(full)}.sock");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(text)));
}

namespace ServiceBot.Bot.SelfService.Complaints;

/// <summary>What a file really is, by its first bytes: what a browser says of it proves nothing.</summary>
internal static class PhotoKind
{
    /// <summary>The media types that are taken and shown.</summary>
    public static readonly IReadOnlySet<string> Known = new HashSet<string> { "image/jpeg", "image/png", "image/webp" };

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The media type; null when it is no photo that is taken.</summary>
    public static string? Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Jpeg))
        {
            return "image/jpeg";
        }

        if (file.StartsWith(Png))
        {
            return "image/png";
        }

        return file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }
}

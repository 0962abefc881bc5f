namespace ServiceBot.Channels.DirectLine;

/// <summary>Which kind of picture a file is, by its first bytes: what its sender calls it is not looked at.</summary>
internal static class DirectLineFileKinds
{
    /// <summary>The media type; null for whatever is not a picture that every browser shows as one.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>The ending of a file name for a kind of <see cref="Of"/>.</summary>
    public static string EndingOf(string contentType) => contentType == "image/jpeg" ? "jpg" : contentType["image/".Length..];
}

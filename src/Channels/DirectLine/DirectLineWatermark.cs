using System.Globalization;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// How far a client has read: the log's number, and the time that its last message was shown with, so that the next one is
/// shown with a later one wherever it is read.
/// </summary>
/// <param name="Number">Of the log; 0 for nothing.</param>
/// <param name="At">Unix milliseconds; 0 for nothing.</param>
internal readonly record struct DirectLineWatermark(long Number, long At)
{
    /// <summary>
    /// The watermark of a client. What is unreadable reads as nothing: a client shows a message that it has only once, but one
    /// that is told of an error never asks again.
    /// </summary>
    public static DirectLineWatermark Parse(string? text)
    {
        var parts = (text ?? "").Split('.', 2);
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && parts.Length == 2 ? at : 0)
            : default;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}.{At}");
}

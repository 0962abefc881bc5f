using ServiceBot.Bot.Dialog;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Skills;

/// <summary>What a message brings beside words: photos, or a recording that stands for them.</summary>
/// <param name="Files">Ids in <see cref="IAttachments"/>.</param>
/// <param name="Reference">The provider's own reference, where no file was kept; else null.</param>
internal sealed record Enclosure(IReadOnlyList<string> Files, string? Reference)
{
    /// <summary>The message's; empty when it is nothing but words.</summary>
    public static Enclosure Of(Inbound message) => message switch
    {
        { Attachments: { Count: > 0 } files } => new Enclosure(files, null),
        Inbound.Picture picture => new Enclosure([], picture.MediaId ?? picture.Url),
        Inbound.Voice { Recognition: null } voice => new Enclosure([], voice.MediaId),
        _ => new Enclosure([], null),
    };

    /// <summary>True for photos without words.</summary>
    public static bool IsPhoto(Turn turn) => HasNoWords(turn)
        && (turn.Message is Inbound.Picture || turn.Message is Inbound.Text { Attachments.Count: > 0 })
        && Of(turn.Message) is { IsEmpty: false };

    /// <summary>
    /// True for words that were only recorded: on the phone, or kept by us. What another provider keeps for some days does not
    /// count, since it would be gone before anyone listens.
    /// </summary>
    public static bool IsRecording(Turn turn) => HasNoWords(turn) && turn.Message is Inbound.Voice
        && Of(turn.Message) is { IsEmpty: false } recording && (turn.IsHeard() || recording.Files.Count > 0);

    private bool IsEmpty => Files.Count == 0 && Reference is null;

    private static bool HasNoWords(Turn turn) => string.IsNullOrWhiteSpace(turn.Words);
}

namespace ServiceBot.Channels.Contracts;

/// <summary>Keeps the files that retailers send: photos of a complaint and the like.</summary>
public interface IAttachments
{
    /// <summary>Keeps a file durably and gives its id, which cannot be guessed.</summary>
    /// <param name="conversation">Whose.</param>
    /// <param name="file">What; the channel has checked type and size.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<string> KeepAsync(ConversationKey conversation, AttachedFile file, CancellationToken cancellationToken);

    /// <summary>The file of this id, or null.</summary>
    Task<AttachedFile?> ReadAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A file.</summary>
/// <param name="ContentType">Its checked media type, such as <c>image/jpeg</c>.</param>
/// <param name="Name">The sender's name for it; never used as a path.</param>
/// <param name="Bytes">Its content.</param>
public sealed record AttachedFile(string ContentType, string? Name, ReadOnlyMemory<byte> Bytes);

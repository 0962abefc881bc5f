using System.Globalization;
using System.Security.Cryptography;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Conversations;

/// <summary>
/// The files that retailers send. An id is the day it was kept and 128 random bits, such as
/// <c>20261124-9f86d081884c7d659a2feaa0c55ad015</c>: it cannot be guessed, and old files are found by the key alone,
/// without reading through the files.
/// </summary>
internal sealed class Attachments(GroupCommit writer, ReadSessions readers, TimeProvider time) : IAttachments
{
    private const int RandomBytes = 16;

    private const string Insert = """
        INSERT INTO attachments (id, conversation, content_type, name, bytes, at)
        VALUES (@id, @conversation, @contentType, @name, @bytes, @at)
        """;

    private const string Find = "SELECT content_type, name, bytes FROM attachments WHERE id = @id";

    /// <summary>Removes a conversation's files, but for those that a ticket needs.</summary>
    public const string RemoveOfConversation = """
        DELETE FROM attachments WHERE conversation = @key AND NOT EXISTS (
            SELECT 1 FROM tickets t WHERE t.conversation = @key AND t.attachments LIKE '%' || attachments.id || '%')
        """;

    /// <summary>Every id of before this instant's day (UTC) sorts below.</summary>
    public static string FirstIdOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public async Task<string> KeepAsync(ConversationKey conversation, AttachedFile file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = $"{FirstIdOf(now)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}";
        await writer.WriteAsync(
            (sql, token) => sql.ExecuteAsync(
                Insert, token,
                ("id", id), ("conversation", conversation.ToString()), ("contentType", file.ContentType),
                ("name", file.Name), ("bytes", file.Bytes.ToArray()), ("at", now.ToUnixTimeMilliseconds())),
            cancellationToken);
        return id;
    }

    /// <inheritdoc/>
    public async Task<AttachedFile?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var found = await readers.ReadAsync(
            sql => sql.QueryAsync(
                Find,
                row => new AttachedFile(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetFieldValue<byte[]>(2)),
                cancellationToken, ("id", id)),
            cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }
}

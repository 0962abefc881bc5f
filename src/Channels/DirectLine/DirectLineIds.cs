using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceBot.Channels.DirectLine;

/// <summary>The ids of conversations and messages.</summary>
internal static partial class DirectLineIds
{
    /// <summary>An id that cannot be guessed.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    /// <summary>True for what a conversation may be called.</summary>
    public static bool IsConversation(string? id) => id is not null && Simple().IsMatch(id);

    /// <summary>The id itself.</summary>
    /// <exception cref="ArgumentException">It may not be called so.</exception>
    public static string Require(string id) => IsConversation(id)
        ? id
        : throw new ArgumentException("A conversation id is 1 to 64 letters, digits, - and _.", nameof(id));

    /// <summary>
    /// Which of a conversation's messages: by the client's own id for it, so that a repeated post is the same message. Marked,
    /// so that it is never one of the bot's or the start.
    /// </summary>
    public static string Message(string? clientId) => clientId switch
    {
        null or "" => "u-" + New(),
        _ when Simple().IsMatch(clientId) => "u-" + clientId,
        _ => "u-" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(clientId))),
    };

    /// <summary>The activity id of a message, or of a part of an answer.</summary>
    public static string Activity(string conversation, string name) => $"{conversation}|{name}";

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();
}

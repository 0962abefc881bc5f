using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// A request that is answered with an error. What each status does to the client is in the README: a poll that meets
/// anything but 403 or 404 never polls again.
/// </summary>
internal sealed class DirectLineRefusedException : Exception
{
    private DirectLineRefusedException(int status, string code, string reason, string message)
        : base(message) => (Status, Code, Reason) = (status, code, reason);

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The protocol's word for it.</summary>
    public string Code { get; }

    /// <summary>What the metrics call it.</summary>
    public string Reason { get; }

    public static DirectLineRefusedException Malformed(string what) =>
        new(StatusCodes.Status400BadRequest, "BadArgument", "malformed", what);

    public static DirectLineRefusedException Missing(string property) =>
        new(StatusCodes.Status400BadRequest, "MissingProperty", "malformed", $"Missing: {property}.");

    public static DirectLineRefusedException Unknown() =>
        new(StatusCodes.Status401Unauthorized, "Unauthorized", "token", "Give a good secret or token as Bearer.");

    public static DirectLineRefusedException Expired() =>
        new(StatusCodes.Status403Forbidden, "TokenExpired", "expired", "The token has expired.");

    public static DirectLineRefusedException OtherConversation() =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "conversation", "The token is for another conversation.");

    public static DirectLineRefusedException SecretOnly() =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "secret", "Only the secret makes tokens.");

    public static DirectLineRefusedException SecretInBrowser() =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "secret", "The secret is not for browsers: give pages a token.");

    public static DirectLineRefusedException Origin() =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "origin", "This site may not open chats.");

    public static DirectLineRefusedException UsedLink() =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "replay", "This stream address was used; ask for a new one.");

    public static DirectLineRefusedException BadLink() =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "link", "This address is not good any more.");

    public static DirectLineRefusedException NotFound() =>
        new(StatusCodes.Status404NotFound, "NotFound", "not_found", "There is nothing here.");

    public static DirectLineRefusedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "too_large", "That is too large.");

    public static DirectLineRefusedException FileKind() =>
        new(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "file_kind", "Send pictures only: JPEG, PNG, WebP or GIF.");

    public static DirectLineRefusedException TooMany() =>
        new(StatusCodes.Status429TooManyRequests, "TooManyRequests", "rate", "Too many in a minute.");

    public static DirectLineRefusedException Full() =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceError", "full", "Come again in a few seconds.");

    public static DirectLineRefusedException NotStored() =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceError", "not_stored", "Come again in a few seconds.");
}

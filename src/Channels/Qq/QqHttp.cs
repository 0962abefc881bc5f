using System.Text.Json;

namespace ServiceBot.Channels.Qq;

/// <summary>Facts about HTTP calls to QQ.</summary>
internal static class QqHttp
{
    /// <summary>The named client.</summary>
    public const string ClientName = "qq";

    /// <summary>Longest call.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>True for what a call may fail with; not when the caller itself gave up.</summary>
    public static bool IsFailedCall(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or JsonException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>A failed call in a few words, without addresses or bodies.</summary>
    public static string DetailOf(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: var error } => error.ToString(),
        JsonException => "the answer is not QQ's JSON",
        _ => "no answer in time",
    };

    /// <summary>The error code in an answer, or null.</summary>
    public static int? CodeOf(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("code", out var code) && code.TryGetInt32(out var value)
            ? value
            : null;
}

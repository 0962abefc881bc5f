using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Qq;

/// <summary>A message for QQ's API.</summary>
/// <param name="Content">The words.</param>
/// <param name="MessageId">The message it answers; or</param>
/// <param name="EventId">the event it answers.</param>
/// <param name="Sequence">Rises with each answer to the same message: QQ drops a second one with the same number.</param>
/// <param name="Type">0 is text.</param>
internal sealed record QqMessage(
    [property: JsonPropertyName("content")] string Content,
    [property: JsonPropertyName("msg_id")] string? MessageId,
    [property: JsonPropertyName("event_id")] string? EventId,
    [property: JsonPropertyName("msg_seq")] int Sequence,
    [property: JsonPropertyName("msg_type")] int Type = 0);

/// <summary>Calls QQ's API with an access token, renewing it once when QQ refuses it.</summary>
internal sealed class QqApiClient(IHttpClientFactory clients, QqAccessToken token)
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Sends a message. Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    public async Task<QqApiOutcome> SendAsync(string path, QqMessage message, CancellationToken cancellationToken)
    {
        var (value, failure) = await token.GetAsync(null, cancellationToken);
        var outcome = failure ?? await PostAsync(path, message, value!, cancellationToken);
        if (failure is null && outcome is QqApiOutcome.Refused refused && QqErrors.IsTokenFault(refused.Code))
        {
            (value, failure) = await token.GetAsync(value, cancellationToken);
            outcome = failure ?? await PostAsync(path, message, value!, cancellationToken);
        }

        return outcome;
    }

    private async Task<QqApiOutcome> PostAsync(string path, QqMessage message, string accessToken, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
            {
                Content = JsonContent.Create(message, options: WithoutNulls),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("QQBot", accessToken);
            using var response = await clients.CreateClient(QqHttp.ClientName).SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return Sort(response.IsSuccessStatusCode, (int)response.StatusCode, answer);
        }
        catch (Exception exception) when (QqHttp.IsFailedCall(exception, cancellationToken))
        {
            return new QqApiOutcome.Unknown(QqHttp.DetailOf(exception));
        }
    }

    private static QqApiOutcome Sort(bool succeeded, int status, JsonElement answer) => QqHttp.CodeOf(answer) switch
    {
        { } code and not 0 => new QqApiOutcome.Refused(code),
        _ when succeeded => new QqApiOutcome.Done(answer.TryGetProperty("id", out var id) ? id.ToString() : null),
        _ => new QqApiOutcome.Unknown($"HTTP status {status}"),
    };
}

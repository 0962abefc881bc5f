using System.Net.Http.Headers;
using System.Text.Json;

namespace ServiceBot.Channels.WeChat;

/// <summary>One POST to WeChat's API, with its answer sorted.</summary>
internal static class WeChatApiCall
{
    /// <summary>Sends a JSON body. Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    public static async Task<WeChatApiOutcome> PostAsync(
        HttpClient client, string path, byte[] json, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ByteArrayContent(json);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var response = await client.PostAsync(new Uri(path.TrimStart('/'), UriKind.Relative), content, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? Read(body)
                : new WeChatApiOutcome.Uncertain($"HTTP status {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return ChannelHttp.NeverReached(exception)
                ? new WeChatApiOutcome.Unreachable(exception.HttpRequestError.ToString())
                : new WeChatApiOutcome.Uncertain(exception.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WeChatApiOutcome.Uncertain("no answer in time");
        }
    }

    // Errors come with HTTP 200; success is errcode 0 or no errcode at all.
    private static WeChatApiOutcome Read(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(body);
            var code = answer.TryGetProperty("errcode", out var value) ? value.GetInt32() : 0;
            return code == 0
                ? new WeChatApiOutcome.Done(answer)
                : new WeChatApiOutcome.Refused(code, DetailOf(answer));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return new WeChatApiOutcome.Uncertain("the answer is not WeChat's JSON");
        }
    }

    private static string DetailOf(JsonElement answer) =>
        answer.TryGetProperty("errmsg", out var detail) ? detail.ToString() : "";
}

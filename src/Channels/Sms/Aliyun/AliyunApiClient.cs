using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>Calls Aliyun's SMS API (version 2017-05-25), signed.</summary>
internal sealed class AliyunApiClient(IHttpClientFactory clients, IOptions<AliyunSmsOptions> options, TimeProvider time)
{
    /// <summary>The named client.</summary>
    public const string ClientName = "aliyun";

    /// <summary>Longest call.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private const string Version = "2017-05-25";
    private const string Path = "/";

    private readonly AliyunSmsOptions _options = options.Value;

    /// <summary>Makes one call. Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    /// <param name="action">Such as SendSms.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<AliyunApiOutcome> CallAsync(
        string action, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        try
        {
            using var request = RequestOf(action, AliyunSignature.CanonicalQuery(parameters));
            using var response = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
            return Sort((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            return ChannelHttp.NeverReached(exception)
                ? new AliyunApiOutcome.Unreachable(exception.HttpRequestError.ToString())
                : new AliyunApiOutcome.Uncertain(exception.HttpRequestError.ToString());
        }
        catch (JsonException)
        {
            return new AliyunApiOutcome.Uncertain("the answer is not Aliyun's JSON");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AliyunApiOutcome.Uncertain("no answer in time");
        }
    }

    private HttpRequestMessage RequestOf(string action, string query)
    {
        var address = new Uri($"{_options.ApiBaseUrl.GetLeftPart(UriPartial.Authority)}{Path}?{query}");
        var headers = new Dictionary<string, string>
        {
            ["host"] = address.Authority,
            ["x-acs-action"] = action,
            ["x-acs-version"] = Version,
            ["x-acs-date"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = Guid.NewGuid().ToString("N"),
            ["x-acs-content-sha256"] = AliyunSignature.HashOf([]),
        };
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization",
            AliyunSignature.Authorization(_options.AccessKeyId, _options.AccessKeySecret, "POST", Path, query, headers));
        return request;
    }

    // Refusals come with HTTP 200 or 4xx; after 5xx it may have been done all the same.
    private static AliyunApiOutcome Sort(int status, JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("Code", out var code) && code.GetString() is { } name
            ? name == "OK" ? new AliyunApiOutcome.Done(answer)
                : status < 500 ? new AliyunApiOutcome.Refused(name) : new AliyunApiOutcome.Uncertain(name)
            : new AliyunApiOutcome.Uncertain($"HTTP status {status}");
}

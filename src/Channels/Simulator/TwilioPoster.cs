using Microsoft.Extensions.Options;
using ServiceBot.Channels.Sms;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Simulator;

/// <summary>A callback as it was posted, and its answer.</summary>
internal sealed record PostedCallback(
    string Url, string Signature, string Form, int? Status, double Milliseconds, string? Response);

/// <summary>Signs forms as Twilio does and posts them to this very service over HTTP.</summary>
internal sealed class TwilioPoster(
    IOptions<SmsOptions> options, OwnAddress address, IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The named client.</summary>
    public const string ClientName = "twilio-simulator";

    // Twilio hangs up then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Posts a form to a path of ours, query included.</summary>
    public async Task<PostedCallback> PostAsync(
        string target, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var account = new TwilioAccount(settings.AuthToken, null, settings.PublicBaseUrl!);
        var signature = TwilioSignature.Sign(account.AuthToken, account.AddressOf(target), fields);
        using var form = new FormUrlEncodedContent(fields);
        var body = await form.ReadAsStringAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.Find(), target)) { Content = form };
        request.Headers.Add(TwilioRequest.SignatureHeader, signature);
        var started = time.GetTimestamp();
        var (status, response) = await SendAsync(request, cancellationToken);
        var took = Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 1);
        return new PostedCallback(request.RequestUri!.AbsoluteUri, signature, body, status, took, response);
    }

    private async Task<(int? Status, string? Response)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var hangUp = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hangUp.Token, cancellationToken);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, either.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, null);
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>The two calls of Twilio's API that the channel makes.</summary>
internal sealed class TwilioApiClient(IHttpClientFactory clients, IOptions<SmsOptions> options)
{
    private readonly SmsOptions _options = options.Value;

    private string Messages => $"2010-04-01/Accounts/{_options.AccountSid}/Messages.json";

    /// <summary>Creates a message.</summary>
    /// <param name="to">E.164.</param>
    /// <param name="body">At most <see cref="SmsText.Longest"/> characters.</param>
    /// <param name="outboxId">Comes back with the delivery reports.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<TwilioApiOutcome> CreateAsync(string to, string body, long outboxId, CancellationToken cancellationToken) =>
        CallAsync<TwilioMessage>(
            async client =>
            {
                using var form = new FormUrlEncodedContent(FieldsOf(to, body, outboxId));
                return await client.PostAsync(new Uri(Messages, UriKind.Relative), form, cancellationToken);
            },
            message => message.Sid is { Length: > 0 } sid
                ? new TwilioApiOutcome.Accepted(sid) : new TwilioApiOutcome.Uncertain("the answer names no message"),
            cancellationToken);

    /// <summary>Looks for a message of these words to this phone that was made since an instant.</summary>
    public Task<TwilioApiOutcome> FindAsync(string to, string body, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // The filter knows days only; a day earlier is early enough in any case.
        var day = since.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var address = $"{Messages}?To={Uri.EscapeDataString(to)}&DateSent%3E={day}&PageSize=50";
        return CallAsync<TwilioMessagePage>(
            client => client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken),
            page => page.Messages?.FirstOrDefault(message => message.Body == body && message.CreatedAt >= since)?.Sid is { } sid
                ? new TwilioApiOutcome.Accepted(sid) : new TwilioApiOutcome.NotThere(),
            cancellationToken);
    }

    private IEnumerable<KeyValuePair<string, string>> FieldsOf(string to, string body, long outboxId)
    {
        yield return new("To", to);
        yield return _options.MessagingServiceSid is { Length: > 0 } service ? new("MessagingServiceSid", service) : new("From", _options.From!);
        yield return new("Body", body);
        yield return new("StatusCallback", StatusCallbackOf(outboxId));
    }

    private string StatusCallbackOf(long outboxId) => string.Create(
        CultureInfo.InvariantCulture,
        $"{_options.PublicBaseUrl!.OriginalString.TrimEnd('/')}{TwilioSmsEndpoint.StatusPath}?{TwilioSmsStatus.OutboxField}={outboxId}");

    /// <summary>Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    private async Task<TwilioApiOutcome> CallAsync<TAnswer>(
        Func<HttpClient, Task<HttpResponseMessage>> send, Func<TAnswer, TwilioApiOutcome> read, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await send(clients.CreateClient(TwilioHttp.ClientName));
            return response.IsSuccessStatusCode
                ? read((await response.Content.ReadFromJsonAsync<TAnswer>(cancellationToken))!)
                : await RefusalOfAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            return TwilioHttp.NeverReached(exception)
                ? new TwilioApiOutcome.Unreachable(exception.HttpRequestError.ToString())
                : new TwilioApiOutcome.Uncertain(exception.HttpRequestError.ToString());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new TwilioApiOutcome.Uncertain("the answer is not Twilio's JSON");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new TwilioApiOutcome.Uncertain("no answer in time");
        }
    }

    private static async Task<TwilioApiOutcome> RefusalOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // After 5xx the message may be on its way all the same.
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return new TwilioApiOutcome.Uncertain($"HTTP status {(int)response.StatusCode}");
        }

        var error = await response.Content.ReadFromJsonAsync<TwilioError>(cancellationToken);
        return error?.Code is { } code
            ? new TwilioApiOutcome.Refused(code, response.Headers.RetryAfter?.Delta)
            : new TwilioApiOutcome.Uncertain($"HTTP status {(int)response.StatusCode}");
    }
}

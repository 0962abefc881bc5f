using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Fixtures;

/// <summary>A message that <see cref="FakeTwilioApi"/> took.</summary>
public sealed record FakeTwilioMessage(string Sid, string To, string Sender, string Body, string? StatusCallback, DateTimeOffset CreatedAt);

/// <summary>How the next call fails.</summary>
/// <param name="Status">The HTTP status; 0 cuts the connection.</param>
/// <param name="Code">Twilio's error code; null for an answer that is not Twilio's.</param>
/// <param name="RetryAfter">Seconds in the header; null for no header.</param>
/// <param name="Taken">True: the message is taken all the same.</param>
public sealed record FakeTwilioFault(int Status, int? Code = null, int? RetryAfter = null, bool Taken = false);

/// <summary>
/// A stand-in for Twilio's REST API on a port of this machine: messages created and listed, with Twilio's checks and error
/// codes, and every way to fail that it documents.
/// </summary>
public sealed class FakeTwilioApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<FakeTwilioFault> _faults = new();

    private FakeTwilioApi(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    /// <summary>The account that is accepted.</summary>
    public string AccountSid { get; } = "AC00000000000000000000000000000001";

    /// <summary>Its auth token.</summary>
    public string AuthToken { get; } = "s3cr3t";

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl => new(_app.Urls.First());

    /// <summary>What it took, in order.</summary>
    public ConcurrentQueue<FakeTwilioMessage> Messages { get; } = new();

    /// <summary>Numbers that refuse everything with 21610.</summary>
    public ConcurrentDictionary<string, bool> OptedOut { get; } = new();

    /// <summary>How often messages were asked for.</summary>
    public int Lookups { get; private set; }

    /// <summary>Starts one on a free port.</summary>
    public static async Task<FakeTwilioApi> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var _app = builder.Build();
        var api = new FakeTwilioApi(_app, time);
        _app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", api.CreateAsync);
        _app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", api.ListAsync);
        await _app.StartAsync(cancellationToken);
        return api;
    }

    /// <summary>The next call fails so.</summary>
    public void FailNext(FakeTwilioFault fault) => _faults.Enqueue(fault);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task CreateAsync(HttpContext context, string account)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var hasFault = _faults.TryDequeue(out var fault);
        if (hasFault && !fault!.Taken)
        {
            await FailAsync(context, fault);
        }
        else if (CheckAccount(context, account) is { } wrong)
        {
            await FailAsync(context, wrong);
        }
        else if (CheckMessage(form) is var code and > 0)
        {
            await FailAsync(context, new FakeTwilioFault(400, code));
        }
        else
        {
            var message = Take(form);
            await (hasFault ? FailAsync(context, fault!) : WriteAsync(context, 201, Resource(message)));
        }
    }

    private async Task ListAsync(HttpContext context, string account)
    {
        Lookups++;
        if ((_faults.TryDequeue(out var fault) ? fault : CheckAccount(context, account)) is { } wrong)
        {
            await FailAsync(context, wrong);
            return;
        }

        var to = context.Request.Query["To"].ToString();
        var day = DateOnly.ParseExact(context.Request.Query["DateSent>"].ToString()[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var found = Messages.Where(message => message.To == to && DateOnly.FromDateTime(message.CreatedAt.UtcDateTime) >= day);
        await WriteAsync(context, 200, new
        {
            messages = found.Reverse().Select(Resource).ToList(),
            page = 0,
            page_size = 50,
            uri = context.Request.Path + context.Request.QueryString,
            first_page_uri = context.Request.Path + context.Request.QueryString,
            next_page_uri = (string?)null,
            previous_page_uri = (string?)null,
        });
    }

    private FakeTwilioMessage Take(IFormCollection form)
    {
        var message = new FakeTwilioMessage(
            $"SM{Guid.NewGuid():N}", form["To"]!, (string?)form["From"] ?? form["MessagingServiceSid"]!,
            form["Body"]!, form["StatusCallback"], _time.GetUtcNow());
        Messages.Enqueue(message);
        return message;
    }

    private FakeTwilioFault? CheckAccount(HttpContext context, string account)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthToken}"));
        return context.Request.Headers.Authorization != expected ? new FakeTwilioFault(401, 20003)
            : account != AccountSid ? new FakeTwilioFault(404, 20404) : null;
    }

    private int CheckMessage(IFormCollection form)
    {
        var (to, body) = (form["To"].ToString(), form["Body"].ToString());
        return to.Length == 0 ? 21604
            : to[0] != '+' || to.Length < 10 ? 21211
            : !form.ContainsKey("From") && !form.ContainsKey("MessagingServiceSid") ? 21603
            : body.Length == 0 ? 21602
            : body.Length > 1600 ? 21617
            : OptedOut.ContainsKey(to) ? 21610 : 0;
    }

    private object Resource(FakeTwilioMessage message) => new
    {
        account_sid = AccountSid,
        api_version = "2010-04-01",
        body = message.Body,
        date_created = message.CreatedAt.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        date_sent = (string?)null,
        date_updated = message.CreatedAt.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        direction = "outbound-api",
        error_code = (int?)null,
        error_message = (string?)null,
        from = message.Sender,
        messaging_service_sid = (string?)null,
        num_media = "0",
        num_segments = "1",
        price = (string?)null,
        price_unit = "USD",
        sid = message.Sid,
        status = "queued",
        subresource_uris = new { media = $"/2010-04-01/Accounts/{AccountSid}/Messages/{message.Sid}/Media.json" },
        to = message.To,
        uri = $"/2010-04-01/Accounts/{AccountSid}/Messages/{message.Sid}.json",
    };

    private static async Task FailAsync(HttpContext context, FakeTwilioFault fault)
    {
        if (fault.Status == 0)
        {
            context.Abort();
            return;
        }

        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await (fault.Code is { } code
            ? WriteAsync(context, fault.Status, new { code, message = "refused", more_info = $"https://www.twilio.com/docs/errors/{code}", status = fault.Status })
            : WriteTextAsync(context, fault.Status));
    }

    private static Task WriteAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json;charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(answer), context.RequestAborted);
    }

    private static Task WriteTextAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html>not Twilio</html>", context.RequestAborted);
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Fixtures;

/// <summary>One call that <see cref="FakeWeChatApi"/> took, with its body as it stood on the wire.</summary>
public sealed record FakeWeChatCall(string Path, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
}

/// <summary>
/// A stand-in for WeChat's REST API on a port of this machine: both kinds of tokens, customer-service messages and the
/// menu, with WeChat's checks and error codes.
/// </summary>
public sealed class FakeWeChatApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<int> _refusals = new();
    private int _issued;
    private volatile string? _stableToken;
    private volatile string? _plainToken;

    private FakeWeChatApi(WebApplication app) => _app = app;

    /// <summary>The account's id that is accepted.</summary>
    public string AppId { get; init; } = "wx2c2769f8efd9abc2";

    /// <summary>The account's secret that is accepted.</summary>
    public string AppSecret { get; init; } = "not-a-real-secret";

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl => new(_app.Urls.First());

    /// <summary>Accepted calls other than for tokens, in order.</summary>
    public ConcurrentQueue<FakeWeChatCall> Calls { get; } = new();

    /// <summary>How many token requests came.</summary>
    public int TokenRequests => Volatile.Read(ref _issued);

    /// <summary>Codes of web sign-ins and what each is answered with, once.</summary>
    public ConcurrentDictionary<string, string> WebCodes { get; } = new();

    /// <summary>True: the next calls are taken, and the connection is cut before the answer.</summary>
    public bool HangsUp { get; set; }

    /// <summary>True: tokens are issued, and none is accepted.</summary>
    public bool AcceptsNoToken { get; set; }

    /// <summary>Starts one on a free port.</summary>
    public static async Task<FakeWeChatApi> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var _app = builder.Build();
        var api = new FakeWeChatApi(_app);
        _app.MapGet("/cgi-bin/token", api.IssuePlainTokenAsync);
        _app.MapPost("/cgi-bin/stable_token", api.IssueStableTokenAsync);
        _app.MapPost("/cgi-bin/message/custom/send", context => api.TakeAsync(context, FakeWeChatRules.CheckMessage));
        _app.MapGet("/sns/oauth2/access_token", api.SignInAsync);
        _app.MapPost("/cgi-bin/menu/create", context => api.TakeAsync(context, FakeWeChatRules.CheckMenu));
        await _app.StartAsync(cancellationToken);
        return api;
    }

    /// <summary>The next call, whatever it is, is refused with this code.</summary>
    public void RefuseNext(int code) => _refusals.Enqueue(code);

    /// <summary>All tokens lapse.</summary>
    public void ExpireTokens() => _stableToken = _plainToken = null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task IssuePlainTokenAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (FaultOf(query["grant_type"], query["appid"], query["secret"]) is { } fault)
        {
            return AnswerAsync(context, fault);
        }

        _plainToken = $"plain-{Interlocked.Increment(ref _issued)}";
        return context.Response.WriteAsJsonAsync(new { access_token = _plainToken, expires_in = 7200 });
    }

    private async Task IssueStableTokenAsync(HttpContext context)
    {
        var request = JsonSerializer.Deserialize<JsonElement>(await ReadAsync(context));
        string? Field(string name) => request.TryGetProperty(name, out var value) ? value.ToString() : null;
        Interlocked.Increment(ref _issued);
        if (FaultOf(Field("grant_type"), Field("appid"), Field("secret")) is { } fault)
        {
            await AnswerAsync(context, fault);
            return;
        }

        // Not forced, it gives every caller the token that is in force.
        _stableToken ??= $"stable-{_issued}";
        await context.Response.WriteAsJsonAsync(new { access_token = _stableToken, expires_in = 7200 });
    }

    private Task SignInAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (HangsUp)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        if (FaultOf("client_credential", query["appid"], query["secret"]) is { } fault)
        {
            return AnswerAsync(context, fault);
        }

        return query["grant_type"] == "authorization_code" && WebCodes.TryRemove(query["code"].ToString(), out var answer)
            ? context.Response.WriteAsync(answer)
            : AnswerAsync(context, 40029);
    }

    private int? FaultOf(string? grant, string? appId, string? secret)
    {
        if (_refusals.TryDequeue(out var refusal))
        {
            return refusal;
        }

        return grant != "client_credential" ? 40002 : appId != AppId ? 40013 : secret != AppSecret ? 40125 : null;
    }

    private async Task TakeAsync(HttpContext context, Func<string, int> check)
    {
        var body = await ReadAsync(context);
        var code = _refusals.TryDequeue(out var refusal) ? refusal
            : IsValid(context.Request.Query["access_token"]) ? check(body) : 40001;
        if (code == 0)
        {
            Calls.Enqueue(new FakeWeChatCall(context.Request.Path, body));
        }

        if (HangsUp)
        {
            context.Abort();
            return;
        }

        await AnswerAsync(context, code);
    }

    private bool IsValid(string? token) =>
        !AcceptsNoToken && token is not null && (token == _stableToken || token == _plainToken);

    private static async Task<string> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, true));
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    private static Task AnswerAsync(HttpContext context, int code) => context.Response.WriteAsJsonAsync(
        new { errcode = code, errmsg = code == 0 ? "ok" : $"refused rid: fake-{code}" });
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Fixtures;

/// <summary>A call that <see cref="FakeAliyunApi"/> got: its query as it came, its headers and its parameters.</summary>
public sealed record FakeAliyunCall(
    string Action, string Query, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Parameters);

/// <summary>How the next call fails.</summary>
/// <param name="Status">The HTTP status; 0 cuts the connection.</param>
/// <param name="Code">Aliyun's error code; null for an answer that is not Aliyun's.</param>
/// <param name="Taken">True: the message is taken all the same.</param>
public sealed record FakeAliyunFault(int Status, string? Code = null, bool Taken = false);

/// <summary>A stand-in for Aliyun's SMS API on a port of this machine: SendSms and QuerySendDetails, and ways to fail.</summary>
public sealed class FakeAliyunApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeAliyunFault> _faults = new();

    private FakeAliyunApi(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl => new(_app.Urls.First());

    /// <summary>Every call, in order.</summary>
    public ConcurrentQueue<FakeAliyunCall> Calls { get; } = new();

    /// <summary>The messages it took, in order.</summary>
    public ConcurrentQueue<FakeAliyunCall> Taken { get; } = new();

    /// <summary>Starts one on a free port.</summary>
    public static async Task<FakeAliyunApi> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var api = new FakeAliyunApi(app);
        app.MapPost("/", api.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return api;
    }

    /// <summary>The next call fails so.</summary>
    public void FailNext(FakeAliyunFault fault) => _faults.Enqueue(fault);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var call = Read(context);
        Calls.Enqueue(call);
        var hasFault = _faults.TryDequeue(out var fault);
        if (call.Action == "SendSms" && (!hasFault || fault!.Taken))
        {
            Taken.Enqueue(call);
        }

        return hasFault ? FailAsync(context, fault!) : context.Response.WriteAsJsonAsync(AnswerTo(call), JsonSerializerOptions.Default, context.RequestAborted);
    }

    private object AnswerTo(FakeAliyunCall call) => call.Action == "QuerySendDetails"
        ? new
        {
            Code = "OK",
            Message = "OK",
            RequestId = "r",
            TotalCount = "1",
            SmsSendDetailDTOs = new
            {
                SmsSendDetailDTO = Taken.Where(sent => sent.Parameters["PhoneNumbers"] == call.Parameters["PhoneNumber"])
                    .Select(sent => new { OutId = sent.Parameters["OutId"], PhoneNum = sent.Parameters["PhoneNumbers"], SendStatus = 3 }),
            },
        }
        : new { Code = "OK", Message = "OK", RequestId = "r", BizId = "9006197469364984400" };

    private static async Task FailAsync(HttpContext context, FakeAliyunFault fault)
    {
        if (fault.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = fault.Status;
        await context.Response.WriteAsync(
            fault.Code is null ? "<html>gateway</html>" : JsonSerializer.Serialize(new { fault.Code, Message = "no", RequestId = "r" }),
            context.RequestAborted);
    }

    private static FakeAliyunCall Read(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        return new FakeAliyunCall(
            headers.GetValueOrDefault("x-acs-action", ""),
            raw.Contains('?', StringComparison.Ordinal) ? raw[(raw.IndexOf('?', StringComparison.Ordinal) + 1)..] : "",
            headers,
            context.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString()));
    }
}

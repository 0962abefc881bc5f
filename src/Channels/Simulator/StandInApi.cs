using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>Stands in for WeChat's REST API: the calls this service makes, with WeChat's checks and refusals.</summary>
internal sealed class StandInApi(StandInTokens tokens, WeChatPhones phones, StandInMenu menu, StandInWebCodes codes)
{
    /// <summary>Where the stand-in answers, below this server's address.</summary>
    public const string Path = "/simulator/wechat-api";

    public const string TokenPath = "/cgi-bin/stable_token";
    public const string SendPath = "/cgi-bin/message/custom/send";
    public const string TypingPath = "/cgi-bin/message/custom/typing";
    public const string MenuPath = "/cgi-bin/menu/create";
    public const string WebSignInPath = "/sns/oauth2/access_token";

    /// <summary>The stable token.</summary>
    public async Task IssueTokenAsync(HttpContext context)
    {
        var (token, error) = tokens.Issue(await BodyAsync(context));
        await (token is null ? AnswerAsync(context, error) : WriteAsync(context, WeChatJson.Write(token)));
    }

    /// <summary>A customer-service message.</summary>
    public Task SendAsync(HttpContext context) => CallAsync(context, (request, body) =>
    {
        if (phones.Find(StandInMessages.Text(request, "touser")) is not { } phone)
        {
            return StandInErrors.UnknownOpenId;
        }

        var (message, error) = StandInMessages.Read(request);
        return error ?? phone.TryDeliver(message!, new ApiCall(SendPath, body, AnswerOf(null)));
    });

    /// <summary>"正在输入".</summary>
    public Task ShowTypingAsync(HttpContext context) => CallAsync(context, (request, _) =>
        (phones.Find(StandInMessages.Text(request, "touser")), StandInMessages.Text(request, "command")) switch
        {
            (null, _) => StandInErrors.UnknownOpenId,
            ({ } phone, "Typing") => phone.TryShowTyping(begins: true),
            ({ } phone, "CancelTyping") => phone.TryShowTyping(begins: false),
            _ => StandInErrors.WrongCommand,
        });

    /// <summary>Who opened a page (网页授权).</summary>
    public Task SignInAsync(HttpContext context)
    {
        var (visitor, error) = codes.Take(context.Request.Query);
        return visitor is null ? AnswerAsync(context, error) : WriteAsync(context, WeChatJson.Write(visitor));
    }

    /// <summary>The account's menu.</summary>
    public Task CreateMenuAsync(HttpContext context) => CallAsync(context, (request, _) => menu.TryReplace(request));

    private async Task CallAsync(HttpContext context, Func<JsonElement, string, StandInError?> act)
    {
        if (tokens.Check(context.Request.Query["access_token"]) is { } refused)
        {
            await AnswerAsync(context, refused);
            return;
        }

        var body = await BodyAsync(context);
        var (request, error) = StandInMessages.Parse(body);
        await AnswerAsync(context, error ?? act(request, Encoding.UTF8.GetString(body)));
    }

    private static Task AnswerAsync(HttpContext context, StandInError? error) =>
        WriteAsync(context, Encoding.UTF8.GetBytes(AnswerOf(error)));

    private static string AnswerOf(StandInError? error) =>
        Encoding.UTF8.GetString(WeChatJson.Write(error is null ? new Answer(0, "ok") : new Answer(error.Code, error.Message)));

    // Refusals too come with status 200.
    private static Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json; encoding=utf-8";
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private sealed record Answer(
        [property: JsonPropertyName("errcode")] int Code, [property: JsonPropertyName("errmsg")] string Message);
}

using System.CommandLine;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>The limit: a bare Kestrel endpoint that reads the whole body and returns a fixed XML.</summary>
internal static class LimitServer
{
    /// <summary>What it always answers: as long as a usual answer.</summary>
    public static byte[] Answer { get; } = Encoding.UTF8.GetBytes("""
        <xml><ToUserName><![CDATA[o0000000000000000000000000000]]></ToUserName>
        <FromUserName><![CDATA[gh_000000000000]]></FromUserName><CreateTime>1700000000</CreateTime>
        <MsgType><![CDATA[text]]></MsgType><Content><![CDATA[某品规：还可订 3 条
        限量 6 条（20档·城网），已订 3 条
        本期 11月23日至11月29日
        截至 11月25日 05:38
        想知道怎么算的，回「为什么」。]]></Content></xml>
        """);

    /// <summary>The command that runs it in a process of its own, so that its CPU can be told apart.</summary>
    public static Command CreateCommand()
    {
        var url = new Argument<string>("url") { Description = "Where to listen." };
        var command = new Command("limit", "The bare endpoint.") { url };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(url)!, stop));
        return command;
    }

    private static async Task RunAsync(string url, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context));
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        await WeChatBody.ReadAsync(context.Request, context.RequestAborted);
        context.Response.ContentType = "application/xml; charset=utf-8";
        context.Response.ContentLength = Answer.Length;
        await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
    }
}

using System.Text.Json.Nodes;
using ServiceBot.Bot.Store;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Hosting;

/// <summary>
/// The probes. Live: the process answers. Ready: the conversation store and the trade tables answer; a lost Redis makes
/// the service slower, not unready, and is said.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Ok(new { status = "live" }));
        endpoints.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        BotDatabase database, KnowledgeHealth knowledge, CancellationToken cancellationToken)
    {
        var report = new JsonObject
        {
            ["conversations"] = await AnswersAsync(async () => await (await database.OpenAsync(cancellationToken)).DisposeAsync()),
            ["tables"] = await AnswersAsync(() => knowledge.CheckStoreAsync(cancellationToken)),
            ["redis"] = knowledge.IsRedisConnected ? "ok" : "lost, answers are slower",
        };
        var ready = report["conversations"]!.GetValue<string>() == "ok" && report["tables"]!.GetValue<string>() == "ok";
        return Results.Json(report, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string> AnswersAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return "ok";
        }
#pragma warning disable CA1031 // A probe's border: whatever fails is the answer.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "down";
        }
    }
}

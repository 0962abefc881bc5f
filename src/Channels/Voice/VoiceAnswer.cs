using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>Carries out a move: asks the engine where it has to, and writes the line's next script.</summary>
internal sealed class VoiceAnswer(
    IInbox inbox, CallScripts scripts, CallPrompts prompts, TwimlWriter writer, ChannelMetrics metrics, ILogger<VoiceAnswer> logger)
{
    /// <summary>
    /// How long a caller hears nothing before being asked to wait. Twilio itself waits 15 s; people on the phone do not.
    /// </summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(4);

    /// <summary>Answers the request.</summary>
    /// <exception cref="OperationCanceledException">Twilio hung up.</exception>
    public async Task AnswerAsync(HttpContext context, Call call, CallMove move)
    {
        switch (move)
        {
            case CallMove.Go go:
                await WriteAsync(context, go.Script);
                break;
            case CallMove.Ask ask when call.HasEnded:
                await KeepAsync(context, ask);
                break;
            case CallMove.Ask ask:
                await AskAsync(context, ask);
                break;
            default:
                throw new InvalidOperationException($"Unknown move {move.GetType().Name}.");
        }
    }

    private async Task AskAsync(HttpContext context, CallMove.Ask ask)
    {
        PassiveReply reply;
        try
        {
            var accepted = await inbox.AcceptAsync(ask.Message, context.RequestAborted);
            metrics.Received(ChannelNames.Voice, ask.Message);
            reply = await accepted.WaitForReplyAsync(LongestSilence, context.RequestAborted);
        }
#pragma warning disable CA1031 // The border to the store: a caller hears a kind sentence instead of the provider's own error.
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.NotStored(exception);
            metrics.Refused(ChannelNames.Voice, "not_stored");
            await WriteAsync(context, CallScripts.End(prompts.OutOfService));
            return;
        }

        await TellAsync(context, ask, reply);
    }

    private async Task TellAsync(HttpContext context, CallMove.Ask ask, PassiveReply reply)
    {
        switch (reply)
        {
            case PassiveReply.Ready ready:
                await WriteAsync(context, scripts.Answer(ready.Reply, ask.Next, ask.First));
                await context.Response.CompleteAsync();
                context.RequestAborted.ThrowIfCancellationRequested();
                metrics.Sent(ChannelNames.Voice, "passive", "delivered");
                await ready.Confirm(1, true);
                break;
            case PassiveReply.NotYet:
                await WriteAsync(context, scripts.Wait(ask.Next));
                break;
            default:
                await WriteAsync(context, scripts.Menu(ask.Next, ask.First));
                break;
        }
    }

    /// <summary>What a caller said who hung up: kept, and nothing to say. If it fails, Twilio may try again.</summary>
    private async Task KeepAsync(HttpContext context, CallMove.Ask ask)
    {
        try
        {
            await inbox.AcceptAsync(ask.Message, context.RequestAborted);
            metrics.Received(ChannelNames.Voice, ask.Message);
        }
#pragma warning disable CA1031 // The border to the store.
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.RecordingNotStored(exception, (ask.Message as Inbound.Voice)?.MediaId);
            metrics.Refused(ChannelNames.Voice, "not_stored");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        await WriteAsync(context, CallScripts.Nothing);
    }

    private async Task WriteAsync(HttpContext context, IReadOnlyList<CallAct> script)
    {
        context.Response.ContentType = TwimlWriter.ContentType;
        await context.Response.Body.WriteAsync(writer.Write(script), context.RequestAborted);
    }
}

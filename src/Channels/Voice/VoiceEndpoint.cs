using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Voice;

/// <summary>Twilio's callbacks of a call: each tells what happened on the line and is answered with what it does next.</summary>
internal sealed class VoiceEndpoint(
    TwilioCallbacks callbacks,
    VoiceReader reader,
    CallFlow flow,
    VoiceAnswer answer,
    ChannelMetrics metrics,
    IOptions<VoiceOptions> options,
    ILogger<VoiceEndpoint> logger)
{
    /// <summary>A step of a call.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">One of <see cref="VoiceAddresses"/>.</param>
    public async Task StepAsync(HttpContext context, string path)
    {
        try
        {
            if (await OpenAsync(context, path) is { } step)
            {
                await answer.AnswerAsync(context, step.Call, flow.Next(step.Call, step.State, step.Happened));
            }
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested
            && exception is (OperationCanceledException or IOException))
        {
            logger.HungUp();
        }
    }

    /// <summary>How a call went on: only counted.</summary>
    public async Task StatusAsync(HttpContext context)
    {
        if (await callbacks.OpenAsync(context, ChannelNames.Voice, options.Value.Account) is { } form)
        {
            metrics.Received(ChannelNames.Voice, StatusKind(form["CallStatus"]));
        }
    }

    private async Task<Step?> OpenAsync(HttpContext context, string path)
    {
        if (await callbacks.OpenAsync(context, ChannelNames.Voice, options.Value.Account) is not { } form)
        {
            return null;
        }

        try
        {
            var state = path == VoiceAddresses.Start ? CallState.Start : VoiceAddresses.StateOf(context.Request.Query);
            var step = new Step(reader.CallOf(form), state, VoiceReader.EventOf(path, form));
            if (step.Call.Account == options.Value.AccountSid)
            {
                return step;
            }

            callbacks.Refuse(context, ChannelNames.Voice, StatusCodes.Status401Unauthorized, "account");
        }
        catch (TwilioFormatException)
        {
            callbacks.Refuse(context, ChannelNames.Voice, StatusCodes.Status400BadRequest, "malformed");
        }

        return null;
    }

    /// <summary>A label of few values, whatever Twilio may come to say.</summary>
    private static string StatusKind(string? status) => status switch
    {
        "initiated" or "ringing" or "in-progress" or "completed" or "busy" or "failed" or "no-answer" or "canceled" => $"call_{status}",
        _ => "call_other",
    };

    private sealed record Step(Call Call, CallState State, CallEvent Happened);
}

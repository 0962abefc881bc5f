using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// Every request comes in here: its page's site is looked at, and whatever goes wrong becomes an error in the protocol's form.
/// </summary>
internal sealed class DirectLineDoor(DirectLineOrigins origins, ChannelMetrics metrics, ILogger<DirectLineDoor> logger)
{
    /// <summary>Has the request handled.</summary>
    public async Task EnterAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        try
        {
            origins.Admit(context);
            await handle(context);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested
            && exception is OperationCanceledException or IOException)
        {
            logger.HungUp();
        }
        catch (DirectLineRefusedException refused)
        {
            await RefuseAsync(context, refused);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(context, bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? DirectLineRefusedException.TooLarge()
                : DirectLineRefusedException.Malformed("The request is not well formed."));
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            // The border to the store: a post that was not stored must not look as if it was.
            logger.NotStored(exception);
            await RefuseAsync(context, DirectLineRefusedException.NotStored());
        }
    }

    /// <summary>Writes a good answer.</summary>
    public static Task WriteAsync<T>(HttpContext context, int status, T content, JsonTypeInfo<T> type)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(context.Response.Body, content, type, context.RequestAborted);
    }

    private async Task RefuseAsync(HttpContext context, DirectLineRefusedException refused)
    {
        logger.Refused(refused.Status, refused.Reason);
        metrics.Refused(ChannelNames.Web, refused.Reason);
        if (!context.Response.HasStarted)
        {
            await WriteAsync(
                context, refused.Status, new DirectLineFault(new(refused.Code, refused.Message)), DirectLineJson.Wire.DirectLineFault);
        }
    }
}

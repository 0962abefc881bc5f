using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Pictures, in and out.</summary>
internal sealed class DirectLineFiles(
    DirectLineGate gate,
    DirectLineReceiver receiver,
    DirectLineUpload upload,
    DirectLineTokens tokens,
    DirectLineLinks links,
    IAttachments attachments,
    IOptions<DirectLineOptions> options)
{
    // The activity, and the lines between the parts.
    private const int Rest = 512 * 1024;

    /// <summary><c>POST /conversations/{id}/upload</c>.</summary>
    public async Task UploadAsync(HttpContext context)
    {
        var pass = gate.PassHere(context);
        receiver.Count(pass);
        LimitBody(context);
        var uploaded = await upload.ReadAsync(context.Request, context.RequestAborted);
        var ids = new List<string>();
        foreach (var file in uploaded.Files)
        {
            ids.Add(await attachments.KeepAsync(tokens.KeyOf(pass.Conversation), file, context.RequestAborted));
        }

        var id = await receiver.TakeAsync(pass, uploaded.Activity, ids, context.RequestAborted);
        await DirectLineDoor.WriteAsync(
            context, StatusCodes.Status200OK, new DirectLineResource(id), DirectLineJson.Wire.DirectLineResource);
    }

    /// <summary><c>GET /attachments/{id}?t=</c>: needs no header, as pictures in pages have none; its address is the right to it.</summary>
    public async Task DownloadAsync(HttpContext context)
    {
        var id = context.Request.RouteValues["id"] as string ?? "";
        if (!links.Opens(id, context.Request.Query["t"].ToString()))
        {
            throw DirectLineRefusedException.BadLink();
        }

        var file = await attachments.ReadAsync(id, context.RequestAborted) ?? throw DirectLineRefusedException.NotFound();
        if (DirectLineFileKinds.Of(file.Bytes.Span) is not { } kind)
        {
            // Kept by another channel: only what was looked at here is shown here.
            throw DirectLineRefusedException.NotFound();
        }

        await WriteAsync(context.Response, kind, file.Bytes, context.RequestAborted);
    }

    private void LimitBody(HttpContext context)
    {
        var most = ((long)options.Value.MaxFiles * options.Value.MaxFileBytes) + Rest;
        if (context.Request.ContentLength > most)
        {
            throw DirectLineRefusedException.TooLarge();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = most;
        }
    }

    private static async Task WriteAsync(
        HttpResponse response, string kind, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        response.ContentType = kind;
        response.ContentLength = bytes.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.ContentDisposition = $"inline; filename=\"picture.{DirectLineFileKinds.EndingOf(kind)}\"";
        response.Headers.CacheControl = "private, max-age=3600";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.Body.WriteAsync(bytes, cancellationToken);
    }
}

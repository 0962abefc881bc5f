using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>What an upload held.</summary>
internal sealed record DirectLineUploaded(DirectLineActivity Activity, IReadOnlyList<AttachedFile> Files);

/// <summary>
/// Reads an upload part by part, within limits. The activity is a part with a file name, so a form reader would take it for
/// one of the files.
/// </summary>
internal sealed class DirectLineUpload(IOptions<DirectLineOptions> options)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int LongestName = 100;

    // A thumbnail that the client made travels in the activity.
    private const int LargestActivity = 256 * 1024;

    /// <summary>The activity and the files, checked.</summary>
    /// <exception cref="DirectLineRefusedException">Not such a body, too much, or not a picture.</exception>
    public async Task<DirectLineUploaded> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var activity = new DirectLineActivity { Type = "message" };
        var files = new List<AttachedFile>();
        try
        {
            var reader = new MultipartReader(BoundaryOf(request), request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
                {
                    var json = await DirectLineBody.ReadAsync(section.Body, LargestActivity, cancellationToken);
                    activity = DirectLineBody.Parse(json, DirectLineJson.Wire.DirectLineActivity) ?? activity;
                }
                else
                {
                    files.Add(await ReadFileAsync(section, files.Count, cancellationToken));
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException
            && !cancellationToken.IsCancellationRequested)
        {
            throw DirectLineRefusedException.Malformed("The multipart body is not well formed.");
        }

        return new DirectLineUploaded(WithFiles(activity, files), files);
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary
            ? boundary.ToString()
            : throw DirectLineRefusedException.Malformed("An upload is multipart/form-data.");

    private async Task<AttachedFile> ReadFileAsync(MultipartSection section, int before, CancellationToken cancellationToken)
    {
        if (before >= options.Value.MaxFiles)
        {
            throw DirectLineRefusedException.TooLarge();
        }

        var bytes = await DirectLineBody.ReadAsync(section.Body, options.Value.MaxFileBytes, cancellationToken);
        var kind = DirectLineFileKinds.Of(bytes.Span) ?? throw DirectLineRefusedException.FileKind();
        return new AttachedFile(kind, NameOf(section), bytes);
    }

    private static string? NameOf(MultipartSection section)
    {
        var name = section.GetContentDispositionHeader() is { } disposition
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString()
            : "";
        var shown = string.Concat(name.Where(letter => !char.IsControl(letter)).Take(LongestName));
        return shown.Length > 0 ? shown : null;
    }

    /// <summary>What was really sent stands in the place of what the activity says was.</summary>
    private static DirectLineActivity WithFiles(DirectLineActivity activity, List<AttachedFile> files) => activity with
    {
        Attachments = [.. files.Select(file => new DirectLineAttachment { ContentType = file.ContentType, Name = file.Name })],
    };
}

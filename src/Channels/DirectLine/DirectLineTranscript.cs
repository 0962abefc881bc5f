using System.Globalization;
using System.Text.Json;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Whose conversation is shown, and the public address that its pictures have there.</summary>
internal readonly record struct DirectLineView(string Conversation, string BaseUrl);

/// <summary>A piece of a conversation as clients see it.</summary>
/// <param name="Activities">Oldest first.</param>
/// <param name="Next">Where to go on from.</param>
/// <param name="IsLast">Nothing more was there.</param>
internal sealed record DirectLinePage(IReadOnlyList<DirectLineActivity> Activities, DirectLineWatermark Next, bool IsLast);

/// <summary>
/// Shows the log as activities. Nothing is kept here: the same entry is the same activities, with the same ids and times,
/// whenever and by whichever process it is read.
/// </summary>
internal sealed class DirectLineTranscript(IConversationHistory history, DirectLineTokens tokens, DirectLineLinks links)
{
    /// <summary>Most log entries of one page.</summary>
    public const int MostEntries = 100;

    /// <summary>What comes after the watermark.</summary>
    public async Task<DirectLinePage> ReadAsync(
        DirectLineView view, DirectLineWatermark after, CancellationToken cancellationToken)
    {
        var page = await history.ReadAsync(tokens.KeyOf(view.Conversation), after.Number, MostEntries, cancellationToken);
        var activities = new List<DirectLineActivity>();
        var (at, previous) = (after.At, default(HistoryEntry));
        foreach (var entry in page.Entries)
        {
            foreach (var activity in Show(view, entry, previous))
            {
                // Clients order by time: no two are alike, and none is before its predecessor, whatever the clocks say.
                at = Math.Max(at + 1, entry.At.ToUnixTimeMilliseconds());
                activities.Add(activity with { Timestamp = Format(DateTimeOffset.FromUnixTimeMilliseconds(at)) });
            }

            previous = entry;
        }

        return new DirectLinePage(activities, new(page.Last, at), page.Entries.Count < MostEntries);
    }

    /// <summary>Rings when there may be more.</summary>
    public IDisposable Listen(DirectLineView view, Action ring) => history.Listen(tokens.KeyOf(view.Conversation), ring);

    /// <summary>An instant as clients read it.</summary>
    public static string Format(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private IEnumerable<DirectLineActivity> Show(DirectLineView view, HistoryEntry entry, HistoryEntry? previous)
    {
        if (entry.Reply is { } reply)
        {
            // Only what the client has just been shown may be named, or it holds the answer back.
            var asked = entry.Person is null && previous?.Message is { Wire: not null } message ? Echo(view, message)?.Id : null;
            return DirectLineRenderer.Render(reply, entry.Person, view.BaseUrl).Select((activity, part) => Place(view, activity with
            {
                Id = DirectLineIds.Activity(view.Conversation, Name(entry, part)),
                ReplyToId = asked,
            }));
        }

        return Echo(view, entry) is { } echo ? [Place(view, echo)] : [];
    }

    private DirectLineActivity? Echo(DirectLineView view, HistoryEntry entry) => entry.Message switch
    {
        { Wire: not null } message => Echo(view, message),
        Inbound.Text text => new()
        {
            Id = DirectLineIds.Activity(view.Conversation, Name(entry, 0)),
            Type = "message",
            From = new() { Id = "user", Role = "user" },
            Text = text.Content,
            TextFormat = "plain",
        },
        _ => null,
    };

    /// <summary>The retailer's message as it came. Addresses of pictures end, so each reading makes them anew.</summary>
    private DirectLineActivity? Echo(DirectLineView view, Inbound message)
    {
        var activity = JsonSerializer.Deserialize(message.Wire!, DirectLineJson.Wire.DirectLineActivity);
        return message.Attachments is { Count: > 0 } ids
            ? activity! with { Attachments = [.. activity.Attachments!.Zip(ids, (file, id) => Link(view, file, id))] }
            : activity;
    }

    private DirectLineAttachment Link(DirectLineView view, DirectLineAttachment file, string id)
    {
        var address = links.File(view.BaseUrl, id);
        return file with { ContentUrl = address, ThumbnailUrl = address };
    }

    private static DirectLineActivity Place(DirectLineView view, DirectLineActivity activity) =>
        activity with { Conversation = new(view.Conversation), ChannelId = activity.ChannelId ?? "directline" };

    private static string Name(HistoryEntry entry, int part) => part == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{entry.Number:D7}")
        : string.Create(CultureInfo.InvariantCulture, $"{entry.Number:D7}.{part}");
}

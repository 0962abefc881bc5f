using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Takes what a client says into the inbox, and remembers nothing of it.</summary>
internal sealed class DirectLineReceiver(
    IInbox inbox,
    DirectLineTokens tokens,
    DirectLineStreams streams,
    ChannelMetrics metrics,
    IOptions<DirectLineOptions> options,
    TimeProvider time)
{
    private readonly Lazy<DirectLineLimit> _posts = new(() => new DirectLineLimit(options.Value.PostsPerMinute, time));

    /// <summary>Counts a message against the conversation's limit, before any work is done for it.</summary>
    /// <exception cref="DirectLineRefusedException">Too many.</exception>
    public void Count(DirectLinePass pass) => _posts.Value.Count(pass.Conversation);

    /// <summary>Stores the message; once it returns, the message is safe.</summary>
    /// <returns>The activity's id, the same for a repeat.</returns>
    /// <exception cref="DirectLineRefusedException">There is nothing to take, or too much.</exception>
    public async Task<string> TakeAsync(
        DirectLinePass pass, DirectLineActivity activity, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        if (activity.Text?.Length > options.Value.MaxText)
        {
            throw DirectLineRefusedException.TooLarge();
        }

        var name = DirectLineIds.Message(DirectLineMapper.ClientIdOf(activity));
        var echo = Echo(pass, activity, name);
        var inbound = DirectLineMapper.Map(
            echo, tokens.KeyOf(pass.Conversation), $"{pass.Conversation}:{name}", time.GetUtcNow(), files);
        if (inbound is null)
        {
            Note(pass, echo);
        }
        else
        {
            await StoreAsync(pass, echo, inbound with
            {
                Attachments = files.Count > 0 ? files : null,
                Wire = JsonSerializer.Serialize(echo, DirectLineJson.Wire.DirectLineActivity),
            }, cancellationToken);
        }

        return echo.Id!;
    }

    /// <summary>
    /// The activity as it will be shown again. Who wrote it is who the token says: else anybody speaks for anybody.
    /// </summary>
    private static DirectLineActivity Echo(DirectLinePass pass, DirectLineActivity activity, string name) => activity with
    {
        Id = DirectLineIds.Activity(pass.Conversation, name),
        Timestamp = null,
        From = (activity.From ?? new()) with { Id = pass.User ?? activity.From?.Id ?? "user", Role = "user" },
        Conversation = new(pass.Conversation),
    };

    /// <summary>Events and the like are not stored; who waits to see them come back sees it at once.</summary>
    private void Note(DirectLinePass pass, DirectLineActivity echo)
    {
        metrics.Received(ChannelNames.Web, "ignored");
        if (echo.Type != "typing")
        {
            streams.Of(pass.Conversation)?.Show(echo);
        }
    }

    private async Task StoreAsync(
        DirectLinePass pass, DirectLineActivity echo, Inbound inbound, CancellationToken cancellationToken)
    {
        // Before the message is stored: its answer may be there before we are back.
        var stream = streams.Of(pass.Conversation);
        stream?.Await(echo.Id!);
        var stored = false;
        try
        {
            stored = (await inbox.AcceptAsync(inbound, cancellationToken)).Attempt == 1;
        }
        finally
        {
            if (!stored)
            {
                // Failed, or a repeat, which may have been answered long ago.
                stream?.Await(null);
            }
        }

        metrics.Received(ChannelNames.Web, inbound);
    }
}

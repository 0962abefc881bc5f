namespace ServiceBot.Channels.Contracts;

/// <summary>Where a channel puts what came in. Once <see cref="AcceptAsync"/> returns, the message is safe.</summary>
public interface IInbox
{
    /// <summary>
    /// Stores the message durably, or joins it to the one already stored under the same channel, account and
    /// <see cref="Inbound.MessageId"/>, and returns. The answer is worked out meanwhile.
    /// </summary>
    Task<IAcceptedInbound> AcceptAsync(Inbound inbound, CancellationToken cancellationToken);
}

/// <summary>A stored message and its answer to come.</summary>
public interface IAcceptedInbound
{
    /// <summary>1 for the first delivery of this message, 2 and more for the provider's repeats.</summary>
    int Attempt { get; }

    /// <summary>
    /// Waits for the answer and reserves it for the caller, who sends it in the provider's response. A repeat of the
    /// message gets the same answer again. What is not confirmed in time goes out by the channel's API instead.
    /// </summary>
    /// <param name="within">Longest wait; the result is then <see cref="PassiveReply.NotYet"/>.</param>
    /// <param name="cancellationToken">Cancelled when the provider hung up.</param>
    Task<PassiveReply> WaitForReplyAsync(TimeSpan within, CancellationToken cancellationToken);
}

/// <summary>What there is to put into the provider's response.</summary>
public abstract record PassiveReply
{
    private PassiveReply()
    {
    }

    /// <summary>The answer, reserved for this response until it is confirmed.</summary>
    /// <param name="Reply">The answer.</param>
    /// <param name="Confirm">
    /// Call once the response was written, with how many of the rendered messages it held and whether that was all;
    /// the rest goes out by the channel's API.
    /// </param>
    public sealed record Ready(Reply Reply, ConfirmPassive Confirm) : PassiveReply;

    /// <summary>The turn is done and there is nothing to say.</summary>
    public sealed record Silence : PassiveReply;

    /// <summary>Still being worked out.</summary>
    public sealed record NotYet : PassiveReply;
}

/// <summary>Records that a response carried the first <paramref name="messagesSent"/> messages of an answer.</summary>
public delegate Task ConfirmPassive(int messagesSent, bool complete);

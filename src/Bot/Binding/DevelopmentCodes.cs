using System.Collections.Concurrent;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Binding;

/// <summary>
/// Stands in for SMS in Development when no SMS account is set: the code is shown in the log and the simulator instead of
/// being sent. Never registered outside Development.
/// </summary>
internal sealed partial class DevelopmentCodes(ILogger<DevelopmentCodes> logger) : IReplySender
{
    private const int Kept = 20;

    private readonly ConcurrentQueue<string> _latest = new();

    /// <inheritdoc/>
    public string Channel => ChannelNames.Sms;

    /// <summary>The latest messages, newest last.</summary>
    public IReadOnlyCollection<string> Latest => _latest;

    /// <summary>Raised with each message when it is shown.</summary>
    public event Action<string>? Shown;

    /// <inheritdoc/>
    public ReplyWindow WindowAfter(Contact contact) => ReplyWindow.Open;

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken)
    {
        var text = outbound.Reply.ToPlainText();
        _latest.Enqueue(text);
        while (_latest.Count > Kept)
        {
            _latest.TryDequeue(out _);
        }

        LogCode(text);
        Shown?.Invoke(text);
        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered(1));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No SMS account is set, so in Development the message is shown here: {Text}")]
    private partial void LogCode(string text);
}

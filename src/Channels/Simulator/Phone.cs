using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Simulator;

/// <summary>One simulated phone: what WeChat knows of its owner's last contact, and what the API sent to it.</summary>
internal sealed class Phone(TimeProvider time)
{
    private const int MostKept = 200;

    private static readonly TimeSpan TypingAfterMessage = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly EventLog<PhoneEvent> _events = new(MostKept);
    private Contact _contact = new(ContactKind.None, DateTimeOffset.MinValue, 0);

    /// <summary>The owner did something: WeChat's ration begins anew.</summary>
    public void Touch(ContactKind kind)
    {
        lock (_gate)
        {
            _contact = new Contact(kind, time.GetUtcNow(), 0);
        }
    }

    /// <summary>
    /// Takes a customer-service message if the ration allows: five in 48 hours after a message, three in a minute after
    /// a tap, a scan or a follow.
    /// </summary>
    public StandInError? TryDeliver(PhoneMessage message, ApiCall call)
    {
        lock (_gate)
        {
            if (RefusalNow() is { } refusal)
            {
                return refusal;
            }

            _contact = _contact with { PushedSince = _contact.PushedSince + 1 };
            _events.Add(number => new PhoneEvent.Message(number, message, call));
            return null;
        }
    }

    /// <summary>Shows or hides "正在输入", which WeChat allows shortly after a message only.</summary>
    public StandInError? TryShowTyping(bool begins)
    {
        lock (_gate)
        {
            if (_contact.Kind != ContactKind.Message || time.GetUtcNow() - _contact.At > TypingAfterMessage)
            {
                return StandInErrors.NoRecentMessage;
            }

            _events.Add(number => new PhoneEvent.Typing(number, begins));
            return null;
        }
    }

    /// <summary>Events after the given number, those to come included, until cancelled.</summary>
    public IAsyncEnumerable<PhoneEvent> ListenAsync(long after, CancellationToken cancellationToken) =>
        _events.ListenAsync(after, cancellationToken);

    private StandInError? RefusalNow()
    {
        var (lasts, most) = _contact.Kind switch
        {
            ContactKind.Message => (TimeSpan.FromHours(48), 5),
            ContactKind.None => (TimeSpan.Zero, 0),
            _ => (TimeSpan.FromMinutes(1), 3),
        };
        if (time.GetUtcNow() - _contact.At >= lasts)
        {
            return StandInErrors.OutsideWindow;
        }

        return _contact.PushedSince >= most ? StandInErrors.RationUsedUp : null;
    }
}

using System.Runtime.CompilerServices;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Simulator;

/// <summary>One simulated phone: what WeChat knows of its owner's last contact, and what the API sent to it.</summary>
internal sealed class Phone(TimeProvider time)
{
    private const int MostKept = 200;

    private static readonly TimeSpan TypingAfterMessage = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly List<PhoneEvent> events = [];
    private TaskCompletionSource more = NewSignal();
    private Contact contact = new(ContactKind.None, DateTimeOffset.MinValue, 0);
    private long number;

    /// <summary>The owner did something: WeChat's ration begins anew.</summary>
    public void Touch(ContactKind kind)
    {
        lock (gate)
        {
            contact = new Contact(kind, time.GetUtcNow(), 0);
        }
    }

    /// <summary>
    /// Takes a customer-service message if the ration allows: five in 48 hours after a message, three in a minute after
    /// a tap, a scan or a follow.
    /// </summary>
    public StandInError? TryDeliver(PhoneMessage message, ApiCall call)
    {
        lock (gate)
        {
            if (RefusalNow() is { } refusal)
            {
                return refusal;
            }

            contact = contact with { PushedSince = contact.PushedSince + 1 };
            Add(new PhoneEvent.Message(++number, message, call));
            return null;
        }
    }

    /// <summary>Shows or hides "正在输入", which WeChat allows shortly after a message only.</summary>
    public StandInError? TryShowTyping(bool begins)
    {
        lock (gate)
        {
            if (contact.Kind != ContactKind.Message || time.GetUtcNow() - contact.At > TypingAfterMessage)
            {
                return StandInErrors.NoRecentMessage;
            }

            Add(new PhoneEvent.Typing(++number, begins));
            return null;
        }
    }

    /// <summary>Events after the given number, those to come included, until cancelled.</summary>
    public async IAsyncEnumerable<PhoneEvent> ListenAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (found, next) = After(after);
            foreach (var one in found)
            {
                after = one.Number;
                yield return one;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private StandInError? RefusalNow()
    {
        var (lasts, most) = contact.Kind switch
        {
            ContactKind.Message => (TimeSpan.FromHours(48), 5),
            ContactKind.None => (TimeSpan.Zero, 0),
            _ => (TimeSpan.FromMinutes(1), 3),
        };
        if (time.GetUtcNow() - contact.At >= lasts)
        {
            return StandInErrors.OutsideWindow;
        }

        return contact.PushedSince >= most ? StandInErrors.RationUsedUp : null;
    }

    private (List<PhoneEvent> Found, Task More) After(long after)
    {
        lock (gate)
        {
            return (events.FindAll(one => one.Number > after), more.Task);
        }
    }

    private void Add(PhoneEvent added)
    {
        events.Add(added);
        if (events.Count > MostKept)
        {
            events.RemoveAt(0);
        }

        more.SetResult();
        more = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

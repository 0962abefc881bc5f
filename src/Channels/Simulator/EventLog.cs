using System.Runtime.CompilerServices;

namespace ServiceBot.Channels.Simulator;

/// <summary>The latest events of something, numbered from 1, for those who listen.</summary>
internal sealed class EventLog<TEvent>(int mostKept)
{
    private readonly Lock _gate = new();
    private readonly List<(long Number, TEvent Event)> _events = [];
    private TaskCompletionSource _more = NewSignal();
    private long _last;

    /// <summary>The number of the last event; 0 before the first.</summary>
    public long Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>Adds the event that is made with its number.</summary>
    public TEvent Add(Func<long, TEvent> make)
    {
        lock (_gate)
        {
            var added = make(++_last);
            _events.Add((_last, added));
            if (_events.Count > mostKept)
            {
                _events.RemoveAt(0);
            }

            _more.SetResult();
            _more = NewSignal();
            return added;
        }
    }

    /// <summary>Forgets events.</summary>
    public void Remove(Predicate<TEvent> forgotten)
    {
        lock (_gate)
        {
            _events.RemoveAll(one => forgotten(one.Event));
        }
    }

    /// <summary>The events that are kept, oldest first.</summary>
    public IReadOnlyList<TEvent> All() => [.. After(0).Found.Select(one => one.Event)];

    /// <summary>Events after the given number, those to come included, until cancelled.</summary>
    public async IAsyncEnumerable<TEvent> ListenAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (found, next) = After(after);
            foreach (var (number, one) in found)
            {
                after = number;
                yield return one;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private (List<(long Number, TEvent Event)> Found, Task More) After(long after)
    {
        lock (_gate)
        {
            return (_events.FindAll(one => one.Number > after), _more.Task);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

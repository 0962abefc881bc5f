namespace ServiceBot.Bot.Inbox;

/// <summary>What a signal to a lane did.</summary>
internal enum LaneSignal
{
    /// <summary>The caller must start the lane.</summary>
    Start,

    /// <summary>The lane is running and will look again.</summary>
    Noted,

    /// <summary>The lane has just ended; take a new one.</summary>
    Closed,
}

/// <summary>One conversation's place in the dispatcher: at most one runner, and no signal lost.</summary>
internal sealed class Lane
{
    private readonly Lock _lock = new();
    private bool _started;
    private bool _signalled;

    public bool IsClosed { get; private set; }

    /// <summary>There is something to look at.</summary>
    public LaneSignal Signal()
    {
        lock (_lock)
        {
            if (IsClosed)
            {
                return LaneSignal.Closed;
            }

            _signalled = true;
            if (_started)
            {
                return LaneSignal.Noted;
            }

            _started = true;
            return LaneSignal.Start;
        }
    }

    /// <summary>True when there was a signal since the last look; otherwise closes the lane.</summary>
    public bool TakeSignalOrClose()
    {
        lock (_lock)
        {
            IsClosed = !_signalled;
            _signalled = false;
            return !IsClosed;
        }
    }
}

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// Has a piece of work done once for any number of rings, never twice at a time, and never on the ringer's time. At rest it
/// holds no task and no timer.
/// </summary>
/// <param name="work">Does not throw.</param>
internal sealed class DirectLineBell(Func<Task> work)
{
    private readonly Lock _gate = new();
    private Task _working = Task.CompletedTask;
    private bool _isWorking;
    private bool _rung;

    /// <summary>Done when all that was rung for is done.</summary>
    public Task Quiet
    {
        get
        {
            lock (_gate)
            {
                return _working;
            }
        }
    }

    /// <summary>Has the work done, again if it is being done.</summary>
    public void Ring()
    {
        lock (_gate)
        {
            _rung = true;
            if (!_isWorking)
            {
                _isWorking = true;
                _working = Task.Run(WorkAsync);
            }
        }
    }

    private async Task WorkAsync()
    {
        while (IsRung())
        {
            await work();
        }
    }

    private bool IsRung()
    {
        lock (_gate)
        {
            _isWorking = _rung;
            _rung = false;
            return _isWorking;
        }
    }
}

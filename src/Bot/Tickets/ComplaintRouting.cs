using Microsoft.Extensions.Options;
using ServiceBot.Bot.Handoff;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tickets;

/// <summary>
/// Who deals with a complaint, and by when. It goes to the supervisor, never to the manager, whom it may be about.
/// </summary>
internal sealed class ComplaintRouting(KnowledgeBase knowledge, IOptions<HandoffOptions> options)
{
    private readonly WorkingHours _hours = options.Value.WorkingHours.ToWorkingHours();
    private readonly TimeSpan _within = options.Value.ComplaintWithin;

    /// <summary>The staff number; null for a stranger, and where the tables name nobody.</summary>
    public async ValueTask<string?> StaffNumberAsync(LicenseNumber? license, CancellationToken cancellationToken) =>
        license is { } known ? (await knowledge.OfficersAsync(known, cancellationToken)).Supervisor?.Number : null;

    /// <summary>When what comes in at an instant is answered: in working time.</summary>
    public DateTimeOffset DueAfter(DateTimeOffset at) => _hours.After(at, _within);
}

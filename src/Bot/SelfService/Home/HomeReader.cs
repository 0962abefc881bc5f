using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.SelfService.Limits;
using ServiceBot.Bot.Tickets;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Home;

/// <summary>Reads a retailer's home screen. Every question is asked with the visitor's own licence.</summary>
internal sealed class HomeReader(
    KnowledgeBase knowledge, LimitsReader limits, TicketStore tickets, PhraseBook phrases, TimeProvider time)
{
    /// <summary>The screen; null when the licence is not in the tables any more.</summary>
    public async Task<HomeView?> ReadAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        var (license, at) = (visitor.License, time.GetUtcNow());
        if (await knowledge.RetailerAsync(license, cancellationToken) is not { } retailer)
        {
            return null;
        }

        var today = at.DateInChina();
        return new HomeView(
            retailer,
            today,
            retailer.Status == RetailerStatus.Closed ? null : await knowledge.OrderDayAsync(license, today, cancellationToken),
            await knowledge.SettlementAsync(license, at, cancellationToken) is { } position
                ? SettlementCard.Of(position, phrases, at)
                : null,
            await limits.ReadAsync(license, LimitsQuery.All, LimitsReader.HomeLines, cancellationToken),
            await knowledge.NewBrandsAsync(retailer.Tier, today, cancellationToken),
            ByDay(await knowledge.ArrivalsAsync(null, today, cancellationToken)),
            await knowledge.NoticesInForceAsync(today, cancellationToken),
            ThreeOf(await knowledge.OfficersAsync(license, cancellationToken)),
            await knowledge.HotlinesAsync(cancellationToken),
            await tickets.OfRetailerAsync(license, visitor.Holder, cancellationToken));
    }

    private static ArrivalsView ByDay(ArrivalsAnswer answer) => new(
        [.. answer.Arrivals.GroupBy(arrived => arrived.Arrival.Date).Select(day => new ArrivalDay(day.Key, [.. day]))],
        answer.AsOf);

    private static IReadOnlyList<StaffMember> ThreeOf(Officers officers) =>
        [.. new[] { officers.Manager, officers.Inspector, officers.Driver }.OfType<StaffMember>()];
}

using System.CommandLine;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Tickets;

namespace ServiceBot.Bot.Commands;

/// <summary><c>tickets</c>: what waits for a person, the soonest due first; <c>--close</c> marks one as dealt with.</summary>
internal static class TicketsCommand
{
    private static readonly Option<string?> Close = new("--close") { Description = "Number of a ticket that has been dealt with." };

    public static Command Create()
    {
        var command = new Command("tickets", "List open complaints and call backs.") { Close };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            loadSample: false,
            _ => { }, (services, token) => RunAsync(services, parsed.GetValue(Close), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? close, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<TicketStore>();
        if (close is not null)
        {
            var closed = await store.CloseAsync(close, cancellationToken);
            Console.Out.WriteLine(closed ? $"{close} 已处理。" : $"没有编号 {close} 的待处理记录。");
            return closed ? 0 : 1;
        }

        foreach (var (ticket, _) in await store.OpenAsync(cancellationToken))
        {
            var kind = ticket.Kind == TicketKind.Complaint ? "投诉" : "回电";
            Console.Out.WriteLine(
                $"{ticket.Number}  {kind}  {ticket.DueAt.Minute()} 前  {ticket.StaffNumber ?? "未分配"}  {ticket.License?.Value ?? "未绑定"}  {ticket.Text.ReplaceLineEndings(" ")}");
        }

        return 0;
    }
}

using System.Text.Json;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Simulator;

/// <summary>A retailer whose phone can be tried out.</summary>
/// <param name="License">The licence number.</param>
/// <param name="Shop">The shop's name.</param>
/// <param name="About">Tier, market and order day in a few words.</param>
/// <param name="Phone">The registered phone.</param>
/// <param name="Label">What there is to see; empty for a retailer outside the list.</param>
internal sealed record Persona(string License, string Shop, string About, string Phone, string Label);

/// <summary>The retailers worth trying, from a file of the sample county; those not in the tables are left out.</summary>
internal sealed class Personas(KnowledgeBase knowledge, string file)
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>The list, in the file's order.</summary>
    public async Task<IReadOnlyList<Persona>> ListAsync(CancellationToken cancellationToken)
    {
        var personas = new List<Persona>();
        foreach (var entry in await ReadAsync(cancellationToken))
        {
            if (LicenseNumber.TryParse(entry.License, out var license)
                && await FindAsync(license, cancellationToken) is { } persona)
            {
                personas.Add(persona with { Label = entry.Label });
            }
        }

        return personas;
    }

    /// <summary>Any retailer of the tables, or null.</summary>
    public async Task<Persona?> FindAsync(LicenseNumber license, CancellationToken cancellationToken) =>
        await knowledge.RetailerAsync(license, cancellationToken) is { } retailer
            ? new Persona(license.Value, retailer.ShopName, AboutOf(retailer), retailer.Phone, "")
            : null;

    private static string AboutOf(Retailer retailer)
    {
        var market = retailer.Market == MarketType.Town ? "城网" : "农网";
        var state = retailer.Status == RetailerStatus.Closed ? " · 停业" : "";
        return $"{retailer.Tier} · {market} · {WordsOf(retailer.OrderDay)}订货{state}";
    }

    private static string WordsOf(OrderDay day) => day.Weeks switch
    {
        WeekParity.Odd => "单周",
        WeekParity.Even => "双周",
        _ => "",
    } + Weekdays[(int)day.Day];

    private async Task<IReadOnlyList<Entry>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        await using var stream = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync<List<Entry>>(stream, JsonSerializerOptions.Web, cancellationToken) ?? [];
    }

    private sealed record Entry(string License, string Label);
}

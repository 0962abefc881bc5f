using System.Globalization;
using ServiceBot.Channels.Simulator;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Simulator;

/// <summary>What the page asks for.</summary>
internal static class SimulatorApi
{
    private const string OnePhone = "/phones/{openId:regex(^sim_)}";

    /// <summary>Maps the page's API below <c>/simulator/api</c>.</summary>
    public static void MapSimulatorApi(this WebApplication app)
    {
        var api = app.MapGroup("/simulator/api");
        api.MapGet("/setup", DescribeAsync);
        api.MapPost("/phones", BeginAsync);
        api.MapPost(OnePhone + "/acts", ActAsync);
        api.MapGet(OnePhone + "/events", Listen);
        api.MapDelete(OnePhone, EndAsync);
    }

    private static async Task<SimulatorSettings> DescribeAsync(
        Personas personas, WeChatPlayer player, WeChatPhones phones, SimulatorEvents events, CancellationToken cancellationToken) =>
        new(
            player.Mode,
            await personas.ListAsync(cancellationToken),
            await phones.MenuAsync(cancellationToken),
            events.LatestCode);

    private static async Task<IResult> BeginAsync(
        BeginRequest request, Personas personas, SimulatorPhones phones, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.License))
        {
            return Results.Ok(new BegunPhone(await phones.BeginAsync(null, cancellationToken), null));
        }

        return LicenseNumber.TryParse(request.License, out var license)
            && await personas.FindAsync(license, cancellationToken) is { } persona
                ? Results.Ok(new BegunPhone(await phones.BeginAsync(license, cancellationToken), persona))
                : Results.NotFound();
    }

    private static Task<PlayedPush> ActAsync(
        string openId, PhoneAct act, WeChatPlayer player, CancellationToken cancellationToken) =>
        player.PushAsync(openId, act, cancellationToken);

    private static IResult Listen(
        string openId, HttpContext context, SimulatorEvents events, CancellationToken cancellationToken)
    {
        // A browser that lost the connection says what it had last.
        _ = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        return Results.ServerSentEvents(events.ListenAsync(openId, after, cancellationToken));
    }

    private static async Task<IResult> EndAsync(
        string openId, SimulatorPhones phones, CancellationToken cancellationToken)
    {
        await phones.EndAsync(openId, cancellationToken);
        return Results.NoContent();
    }

    private sealed record BeginRequest(string? License);

    private sealed record BegunPhone(string OpenId, Persona? Persona);

    private sealed record SimulatorSettings(
        string Mode, IReadOnlyList<Persona> Personas, IReadOnlyList<PhoneButton> Menu, string? LatestCode);
}

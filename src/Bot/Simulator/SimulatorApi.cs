using ServiceBot.Channels.Simulator;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Simulator;

/// <summary>What the page asks for.</summary>
internal static class SimulatorApi
{
    private const string OnePhone = "/phones/{openId:regex(^sim_)}";
    private const string OneSmsPhone = "/sms/{phone:regex(^\\d{{11}}$)}";

    /// <summary>Maps the page's API below <c>/simulator/api</c>.</summary>
    public static void MapSimulatorApi(this WebApplication app)
    {
        var api = app.MapGroup("/simulator/api");
        api.MapGet("/setup", DescribeAsync);
        api.MapPost("/phones", BeginAsync);
        api.MapPost(OnePhone + "/acts", ActAsync);
        api.MapGet(OnePhone + "/events", Listen);
        api.MapDelete(OnePhone, EndAsync);
        api.MapPost(OneSmsPhone, SendAsync);
        api.MapDelete(OneSmsPhone, ForgetAsync);
    }

    private static async Task<SimulatorSettings> DescribeAsync(
        Personas personas, WeChatPlayer player, WeChatPhones phones, TwilioPlayer twilio, SmsPhones messages, CancellationToken cancellationToken) =>
        new(
            player.Mode,
            await personas.ListAsync(cancellationToken),
            await phones.MenuAsync(cancellationToken),
            twilio.Number,
            messages.Latest);

    private static async Task<IResult> BeginAsync(
        BeginRequest request, Personas personas, SimulatorPhones phones, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.License))
        {
            return Results.Ok(new BegunPhone(
                await phones.BeginAsync(null, cancellationToken), SimulatorPhones.NewNumber(), null));
        }

        return LicenseNumber.TryParse(request.License, out var license)
            && await personas.FindAsync(license, cancellationToken) is { } persona
                ? Results.Ok(new BegunPhone(
                    await phones.BeginAsync(license, cancellationToken),
                    persona.Phone.Length > 0 ? persona.Phone : SimulatorPhones.NewNumber(),
                    persona))
                : Results.NotFound();
    }

    private static Task<PlayedPush> ActAsync(
        string openId, PhoneAct act, WeChatPlayer player, CancellationToken cancellationToken) =>
        player.PushAsync(openId, act, cancellationToken);

    private static IResult Listen(
        string openId, HttpContext context, SimulatorEvents events, CancellationToken cancellationToken)
    {
        // A browser that lost the connection says what it had last.
        var after = EventPlace.Parse(context.Request.Headers["Last-Event-ID"]);
        return Results.ServerSentEvents(events.ListenAsync(openId, after, cancellationToken));
    }

    private static async Task<IResult> EndAsync(
        string openId, SimulatorPhones phones, CancellationToken cancellationToken)
    {
        await phones.EndAsync(openId, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> SendAsync(
        string phone, SmsRequest request, TwilioPlayer twilio, CancellationToken cancellationToken) =>
        twilio.Number is not null && await twilio.SendAsync(phone, request.Text, cancellationToken) is { } played
            ? Results.Ok(played) : Results.NotFound();

    private static async Task<IResult> ForgetAsync(
        string phone, SimulatorPhones phones, TwilioPlayer twilio, CancellationToken cancellationToken)
    {
        if (twilio.Number is not null)
        {
            await phones.ForgetMessagesAsync(phone, cancellationToken);
        }

        return Results.NoContent();
    }

    private sealed record SmsRequest(string Text);

    private sealed record BeginRequest(string? License);

    private sealed record BegunPhone(string OpenId, string Phone, Persona? Persona);

    private sealed record SimulatorSettings(
        string Mode, IReadOnlyList<Persona> Personas, IReadOnlyList<PhoneButton> Menu, string? SmsNumber, SmsEvent? LatestSms);
}

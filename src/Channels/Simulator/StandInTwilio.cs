using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Simulator;

/// <summary>Stands in for Twilio's REST API: messages created and listed, with Twilio's checks and refusals.</summary>
internal sealed class StandInTwilio(SmsPhones phones, TwilioReports reports, IOptions<SmsOptions> options)
{
    /// <summary>Where the stand-in answers, below this server's address.</summary>
    public const string Path = "/simulator/twilio-api";

    public const string MessagesPath = "/2010-04-01/Accounts/{account}/Messages.json";

    private static readonly JsonSerializerOptions Literal = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message to a phone.</summary>
    public async Task CreateAsync(HttpContext context, string account)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
        var form = Twilio.TwilioForm.Parse(body);
        if ((CheckAccount(context, account) ?? CheckMessage(form)) is { } refused)
        {
            await RefuseAsync(context, refused);
            return;
        }

        var (id, to) = (SmsPhones.NewId(), form.Require("To"));
        var answer = Write(new { sid = id, account_sid = account, to, from = form["From"], body = form["Body"], status = "queued", error_code = (int?)null });
        phones.Add(SmsPhone.FromProvider(to)!, mine: false, form.Require("Body"), id, new ApiCall(context.Request.Path, body, answer));
        await AnswerAsync(context, StatusCodes.Status201Created, answer);
        if (form["StatusCallback"] is { } callback)
        {
            reports.Add(new StandInDelivery(callback, id, to));
        }
    }

    /// <summary>The messages to a phone, newest first.</summary>
    public Task ListAsync(HttpContext context, string account)
    {
        if (CheckAccount(context, account) is { } refused)
        {
            return RefuseAsync(context, refused);
        }

        var phone = SmsPhone.FromProvider(context.Request.Query["To"].ToString()) ?? "";
        return AnswerAsync(context, StatusCodes.Status200OK, Write(new
        {
            messages = phones.To(phone).Select(one => new
            {
                sid = one.Id,
                body = one.Text,
                date_created = one.At.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
            }),
        }));
    }

    private Refusal? CheckAccount(HttpContext context, string account)
    {
        var settings = options.Value;
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}"));
        return context.Request.Headers.Authorization != expected
            ? new Refusal(StatusCodes.Status401Unauthorized, 20003, "Authenticate")
            : account != settings.AccountSid ? new Refusal(StatusCodes.Status404NotFound, 20404, "The requested resource was not found") : null;
    }

    private Refusal? CheckMessage(Twilio.TwilioForm form)
    {
        if (SmsPhone.FromProvider(form["To"] ?? "") is not { } phone)
        {
            return new Refusal(StatusCodes.Status400BadRequest, 21211, "Invalid 'To' Phone Number");
        }

        return form["Body"] is not { } body ? new Refusal(StatusCodes.Status400BadRequest, 21602, "Message body is required.")
            : body.Length > SmsText.Longest ? new Refusal(StatusCodes.Status400BadRequest, 21617, "The message body exceeds the 1600 character limit.")
            : phones.IsOptedOut(phone) ? new Refusal(StatusCodes.Status400BadRequest, 21610, "Attempt to send to unsubscribed recipient")
            : null;
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal) => AnswerAsync(context, refusal.Status, Write(new
    {
        code = refusal.Code,
        message = refusal.Message,
        more_info = $"https://www.twilio.com/docs/errors/{refusal.Code}",
        status = refusal.Status,
    }));

    private static string Write(object answer) => JsonSerializer.Serialize(answer, Literal);

    private static Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    private sealed record Refusal(int Status, int Code, string Message);
}

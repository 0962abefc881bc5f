using System.Xml.Linq;
using Xunit;

namespace ServiceBot.Fixtures;

/// <summary>The account and number of a played call.</summary>
/// <param name="PublicBaseUrl">The address that Twilio was told, without a slash at its end.</param>
/// <param name="AccountSid">The account.</param>
/// <param name="AuthToken">What it signs with.</param>
/// <param name="From">Who calls, E.164.</param>
public sealed record TwilioLine(string PublicBaseUrl, string AccountSid, string AuthToken, string From);

/// <summary>
/// Plays Twilio's side of a call: does what our TwiML says, and tells it in requests that the npm package twilio signs. Each
/// document but the last is written anew by that package and must come out the same.
/// </summary>
public sealed class TwilioCall(HttpClient client, Uri server, TwilioLine line)
{
    private (string Url, KeyValuePair<string, string>[] Fields) _last;

    /// <summary>The call's id.</summary>
    public string Sid { get; } = $"CA{Guid.NewGuid():N}";

    /// <summary>What the line does now.</summary>
    public XElement Document { get; private set; } = new("Response");

    /// <summary>All that is said now, one piece a line.</summary>
    public string Words => string.Join('\n', Document.Descendants("Say").Select(say => say.Value));

    /// <summary>The call comes in.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) =>
        TellAsync($"{line.PublicBaseUrl}/channels/voice", cancellationToken, ("CallStatus", "ringing"));

    /// <summary>Keys are pressed where the document takes them; without the # that ends a number.</summary>
    public Task PressAsync(string keys, CancellationToken cancellationToken)
    {
        var gather = Verb("Gather");
        Assert.True(gather.Attribute("numDigits") is null || keys.Length <= 1, "One key ends this.");
        Assert.Equal("true", gather.Attribute("actionOnEmptyResult")?.Value);
        return TellAsync(ActionOf(gather), cancellationToken, ("CallStatus", "in-progress"), ("Digits", keys), ("msg", "Gather End"));
    }

    /// <summary>Nothing is pressed, or nothing said.</summary>
    public Task BeSilentAsync(CancellationToken cancellationToken) =>
        Document.Element("Record") is null ? PressAsync("", cancellationToken) : ComeBackAsync(cancellationToken);

    /// <summary>Something is said where the document records, and ended with a key or by hanging up.</summary>
    /// <returns>The recording's id.</returns>
    public async Task<string> SpeakAsync(string endedBy, CancellationToken cancellationToken)
    {
        var recording = $"RE{Guid.NewGuid():N}";
        await TellAsync(
            ActionOf(Verb("Record")), cancellationToken,
            ("CallStatus", endedBy == "hangup" ? "completed" : "in-progress"), ("Digits", endedBy),
            ("RecordingSid", recording), ("RecordingDuration", "12"),
            ("RecordingUrl", $"https://api.twilio.com/2010-04-01/Accounts/{line.AccountSid}/Recordings/{recording}"));
        return recording;
    }

    /// <summary>The dialled party's end of the story, such as <c>no-answer</c>.</summary>
    public Task DialledAsync(string status, CancellationToken cancellationToken) => TellAsync(
        ActionOf(Verb("Dial")), cancellationToken, ("CallStatus", "in-progress"), ("DialCallStatus", status),
        ("DialCallSid", $"CA{Guid.NewGuid():N}"));

    /// <summary>The document is played to its end and goes on elsewhere.</summary>
    public Task ComeBackAsync(CancellationToken cancellationToken) =>
        TellAsync(Verb("Redirect").Value, cancellationToken, ("CallStatus", "in-progress"));

    /// <summary>The last request once more, as Twilio repeats it.</summary>
    public Task RepeatAsync(CancellationToken cancellationToken) => SendAsync(_last.Url, _last.Fields, cancellationToken);

    private XElement Verb(string name) =>
        Document.Element(name) ?? throw new InvalidOperationException($"The line does not {name}:\n{Document}");

    private static string ActionOf(XElement verb) => verb.Attribute("action")?.Value ?? throw new InvalidOperationException($"{verb.Name} has no action.");

    private Task TellAsync(string url, CancellationToken cancellationToken, params (string Name, string Value)[] more) =>
        SendAsync(
            url,
            [
                new("CallSid", Sid), new("AccountSid", line.AccountSid), new("From", line.From), new("To", "+8657180000100"),
                new("Direction", "inbound"), new("ApiVersion", "2010-04-01"),
                .. more.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ],
            cancellationToken);

    private async Task SendAsync(string url, KeyValuePair<string, string>[] fields, CancellationToken cancellationToken)
    {
        _last = (url, fields);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(server, url[line.PublicBaseUrl.Length..])) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", await SignAsync(url, fields, cancellationToken));
        using var response = await client.SendAsync(request, cancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{url} answered {response.StatusCode}.");
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        Document = XElement.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Signs, and checks the document that led here.</summary>
    private async Task<string> SignAsync(string url, KeyValuePair<string, string>[] fields, CancellationToken cancellationToken)
    {
        var npm = await NodeScript.RunAsync(
            "twilio-voice.cjs",
            new
            {
                authToken = line.AuthToken,
                requests = new[] { new { url, fields = new Dictionary<string, string>(fields) } },
                documents = new[] { Tree(Document) },
            },
            cancellationToken);
        var rebuilt = npm.GetProperty("rebuilt")[0].GetString()!;
        Assert.True(XNode.DeepEquals(XElement.Parse(rebuilt), Document), $"Twilio's builder writes it otherwise:\n{rebuilt}\n{Document}");
        return npm.GetProperty("signatures")[0].GetString()!;
    }

    private static object Tree(XElement element) => new
    {
        name = element.Name.LocalName,
        attributes = element.Attributes().ToDictionary(attribute => attribute.Name.LocalName, attribute => attribute.Value),
        text = element.HasElements ? null : element.Value,
        children = element.Elements().Select(Tree).ToArray(),
    };
}

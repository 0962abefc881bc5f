using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.Tests.Sms;
using ServiceBot.Channels.Tests.Sms.Twilio;
using ServiceBot.Channels.Twilio;
using ServiceBot.Fixtures;
using Twilio.Security;
using Twilio.TwiML;

namespace ServiceBot.Channels.Tests.Twilio;

/// <summary>Twilio's own packages on the other side: for Node (see <c>tests/Npm</c>) and for .NET.</summary>
public sealed class CounterpartTests
{
    private const string Address = SmsSettings.Public + TwilioSmsHost.Path;

    private static readonly string[] Bodies = ["限量 软中华", "100% + \"a&b=c\"", "你好\n😀 '", "", "~*!()/?#[]@"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callbacks_that_npm_twilio_signs_are_taken()
    {
        await using var host = await TwilioSmsHost.StartAsync();
        var forms = Bodies.Select(body => TwilioSmsHost.Message(body)).ToList();

        var signed = await RunAsync(new { token = SmsSettings.Token, sign = forms.Select(form => new { url = Address, @params = form }) });

        foreach (var (form, signature) in forms.Zip(signed.GetProperty("signed").EnumerateArray()))
        {
            Assert.True((await host.PostAsync(TwilioSmsHost.Path, form, signature.GetString())).IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task Signatures_of_ours_are_valid_to_npm_twilio()
    {
        var checks = Bodies.Select(body => TwilioSmsHost.Message(body))
            .Select(form => new { signature = TwilioSignature.Sign(SmsSettings.Token, Address, form), url = Address, @params = form })
            .ToList();

        var verdicts = await RunAsync(new
        {
            token = SmsSettings.Token,
            validate = checks.Append(checks[0] with { signature = checks[1].signature }),
        });

        Assert.Equal(
            [.. checks.Select(_ => true), false], verdicts.GetProperty("valid").EnumerateArray().Select(verdict => verdict.GetBoolean()));
    }

    [Fact]
    public async Task Empty_answer_is_the_one_that_Twilios_packages_write()
    {
        await using var host = await TwilioSmsHost.StartAsync();

        var ours = await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("余额"));
        var npm = await RunAsync(new { token = SmsSettings.Token });

        string[] answers =
        [
            await ours.Content.ReadAsStringAsync(Cancelled), npm.GetProperty("empty").GetString()!, new MessagingResponse().ToString(),
        ];
        Assert.All(answers.Select(XElement.Parse), answer => Assert.Equal(("Response", false), (answer.Name, answer.Nodes().Any())));
    }

    [Fact]
    public void Signatures_of_ours_are_valid_to_the_dotnet_package()
    {
        var validator = new RequestValidator(SmsSettings.Token);

        Assert.All(Bodies.Select(body => TwilioSmsHost.Message(body)), form =>
        {
            var signature = TwilioSignature.Sign(SmsSettings.Token, Address, form);
            Assert.True(validator.Validate(Address, form, signature));
            Assert.False(validator.Validate(Address + "/other", form, signature));
        });
    }

    public static IEnumerable<TheoryDataRow<string>> Forms => TwilioVectors.Ids("twilio.signature");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Published_requests_get_the_dotnet_packages_verdict(string id)
    {
        var vector = TwilioVectors.Get(id);
        var (url, fields, signature) = (vector.Input("url"), vector.Fields(), vector.Input("signature"));
        var theirs = new RequestValidator(vector.Input("authToken")).Validate(url, new Dictionary<string, string>(fields), signature);

        Assert.Equal(theirs, TwilioSignature.Matches(signature, vector.Input("authToken"), url, fields));
    }

    [Fact]
    public async Task Stand_in_for_the_api_satisfies_npm_twilio()
    {
        var time = new FakeTimeProvider(TwilioSmsHost.Start);
        await using var api = await FakeTwilioApi.StartAsync(time, Cancelled);
        api.OptedOut["+8613800138002"] = true;
        object Message(string to, string body) => new { to, from = SmsSettings.Number, body };

        var results = await RunAsync(new
        {
            token = api.AuthToken,
            api = new
            {
                prefix = api.BaseUrl,
                account = api.AccountSid,
                create = new[]
                {
                    Message("+8613800138000", "还可订 3 条😀"), Message("abc", "hi"), Message("+8613800138000", new string('长', 1601)),
                    Message("+8613800138002", "hi"),
                },
                list = new { to = "+8613800138000", dateSentAfter = "2025-11-24T00:00:00Z" },
            },
        });

        var created = results.GetProperty("created").EnumerateArray().ToList();
        var taken = Assert.Single(api.Messages);
        Assert.Equal((taken.Sid, "queued", "还可订 3 条😀"), (Text(created[0], "sid"), Text(created[0], "status"), Text(created[0], "body")));
        Assert.Equal(TwilioSmsHost.Start, created[0].GetProperty("dateCreated").GetDateTimeOffset());
        Assert.Equal([21211, 21617, 21610], created.Skip(1).Select(refused => refused.GetProperty("code").GetInt32()));
        Assert.Equal(taken.Sid, Text(Assert.Single(results.GetProperty("listed").EnumerateArray()), "sid"));
    }

    private static Task<JsonElement> RunAsync(object input) => NodeScript.RunAsync("twilio.cjs", input, Cancelled);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

using System.Net;
using System.Text;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class VoiceEndpointTests
{
    private const string Start = "/channels/voice";
    private const string Keys = "/channels/voice/keys?step=1&asks=Menu&heard=0&choices=0&misses=0&waits=0";
    private const string Recorded = "/channels/voice/recording?step=2&asks=Words&heard=1&choices=0&misses=0&waits=0";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Paths =>
    [
        Start, Keys, Recorded, "/channels/voice/put-through?step=1", "/channels/voice/waited?step=1", "/channels/voice/status",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Step_wrong_signature_is_401_and_empty(string target)
    {
        await using var host = await VoiceHost.StartAsync();

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, await host.PostSignedAsync(target, VoiceHost.Fields(), "another"));
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, await host.PostAsync(target, new FormUrlEncodedContent(VoiceHost.Fields()), ""));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(VoiceHost.Token, StringComparison.Ordinal));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Step_signature_of_another_step_is_401()
    {
        await using var host = await VoiceHost.StartAsync();
        var fields = VoiceHost.Fields(("Digits", "1"));
        var signature = TwilioSignature.Sign(VoiceHost.Token, VoiceHost.BaseUrl + Keys, fields);

        var response = await host.PostAsync(
            Keys.Replace("step=1", "step=2", StringComparison.Ordinal), new FormUrlEncodedContent(fields), signature);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, response);
    }

    [Fact]
    public async Task Step_of_another_account_is_401()
    {
        await using var host = await VoiceHost.StartAsync();

        await AssertRefusedAsync(
            HttpStatusCode.Unauthorized, await host.PostAsync(Start, ("AccountSid", "AC" + new string('1', 32))));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Step_over_the_limit_is_413(string target)
    {
        await using var host = await VoiceHost.StartAsync();

        await AssertRefusedAsync(
            HttpStatusCode.RequestEntityTooLarge, await host.PostAsync(target, ("CallerName", new string('x', TwilioRequest.LargestBody))));
    }

    [Fact]
    public async Task Step_that_is_no_form_is_415()
    {
        await using var host = await VoiceHost.StartAsync();

        await AssertRefusedAsync(
            HttpStatusCode.UnsupportedMediaType,
            await host.PostAsync(Start, new StringContent("{}", Encoding.UTF8, "application/json"), "x"));
    }

    [Theory]
    [InlineData("/channels/voice/keys")]
    [InlineData("/channels/voice/keys?step=-1&asks=Menu&heard=0&choices=0&misses=0&waits=0")]
    [InlineData("/channels/voice/keys?step=99999999999&asks=Menu&heard=0&choices=0&misses=0&waits=0")]
    [InlineData("/channels/voice/keys?step=1&asks=Money&heard=0&choices=0&misses=0&waits=0")]
    [InlineData("/channels/voice/keys?step=1&asks=99&heard=0&choices=0&misses=0&waits=0")]
    public async Task Step_whose_address_was_not_ours_is_400(string target)
    {
        await using var host = await VoiceHost.StartAsync();

        await AssertRefusedAsync(HttpStatusCode.BadRequest, await host.PostAsync(target, ("Digits", "1")));
    }

    [Theory]
    [InlineData("CallSid", "")]
    [InlineData("CallSid", "CA/../1")]
    [InlineData("AccountSid", "")]
    public async Task Step_whose_call_is_none_is_400(string name, string value)
    {
        await using var host = await VoiceHost.StartAsync();

        await AssertRefusedAsync(HttpStatusCode.BadRequest, await host.PostAsync(Start, (name, value)));
    }

    [Fact]
    public async Task Step_other_method_is_405()
    {
        await using var host = await VoiceHost.StartAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Client.GetAsync(new Uri(Start, UriKind.Relative), Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("A")]
    [InlineData("#")]
    [InlineData("11")]
    [InlineData("１")]
    [InlineData("DROP TABLE")]
    public async Task Keys_that_mean_nothing_are_told_and_never_stored(string keys)
    {
        await using var host = await VoiceHost.StartAsync();

        var response = await host.PostAsync(Keys, ("Digits", keys));

        Assert.Contains("没有这个键", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Empty(host.Inbox.Accepted);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("12*34")]
    [InlineData("333333333333333333333333333333333")]
    public async Task Digits_that_are_no_number_of_ours_are_asked_for_again(string keys)
    {
        await using var host = await VoiceHost.StartAsync();
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("请输入") with { Expects = Expects.Digits });

        var response = await host.PostAsync(
            "/channels/voice/keys?step=2&asks=Digits&heard=1&choices=0&misses=0&waits=0", ("Digits", keys));

        var words = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("没有这个键", words, StringComparison.Ordinal);
        Assert.Contains("请输入", words, StringComparison.Ordinal);
        Assert.Equal($"{VoiceHost.CallSid}.1", Assert.Single(host.Inbox.Accepted).MessageId);
    }

    [Fact]
    public async Task Step_of_a_call_that_has_ended_says_and_stores_nothing()
    {
        await using var host = await VoiceHost.StartAsync();

        var response = await host.PostAsync(Keys, ("Digits", "1"), ("CallStatus", "completed"));

        Assert.EndsWith("<Response />", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Recording_of_a_caller_who_is_gone_is_503_while_the_store_is_down()
    {
        await using var host = await VoiceHost.StartAsync();
        host.Inbox.Fault = new IOException("disk full");
        var recording = "RE" + new string('a', 32);

        var response = await host.PostAsync(
            Recorded, ("CallStatus", "completed"), ("Digits", "hangup"), ("RecordingSid", recording), ("RecordingDuration", "9"));

        await AssertRefusedAsync(HttpStatusCode.ServiceUnavailable, response);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error: A recording", StringComparison.Ordinal) && line.Contains(recording, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_is_not_confirmed_when_Twilio_hung_up_before_it_was_written()
    {
        await using var host = await VoiceHost.StartAsync();
        using var hangUp = new CancellationTokenSource();
        host.Inbox.Waiting = _ => hangUp.Cancel();
        var fields = VoiceHost.Fields(("Digits", "1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.PostAsync(
            Keys, new FormUrlEncodedContent(fields), TwilioSignature.Sign(VoiceHost.Token, VoiceHost.BaseUrl + Keys, fields), hangUp.Token));
        await host.Log.UntilAsync("Debug: Twilio hung up before the answer was written.");

        Assert.Single(host.Inbox.Accepted);
        Assert.Empty(host.Inbox.Confirmed);
    }

    [Fact]
    public async Task Turn_with_nothing_to_say_leads_to_the_menu()
    {
        await using var host = await VoiceHost.StartAsync();
        host.Inbox.Always = new PassiveReply.Silence();

        var response = await host.PostAsync(Keys, ("Digits", "1"));

        Assert.Contains("限量请按一", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_taken_and_never_stored()
    {
        await using var host = await VoiceHost.StartAsync();

        var response = await host.PostAsync("/channels/voice/status", ("CallStatus", "completed"), ("CallDuration", "42"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Log_never_holds_what_was_keyed_in_or_a_whole_phone_number()
    {
        await using var host = await VoiceHost.StartAsync();
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("好"));

        await host.PostAsync("/channels/voice/keys?step=2&asks=Digits&heard=1&choices=0&misses=0&waits=0", ("Digits", "330106100123"));

        Assert.Equal("330106100123", Assert.IsType<Inbound.Text>(Assert.Single(host.Inbox.Accepted)).Content);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("330106100123", StringComparison.Ordinal)
            || line.Contains(VoiceHost.Phone, StringComparison.Ordinal));
    }

    private static async Task AssertRefusedAsync(HttpStatusCode expected, HttpResponseMessage response)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancelled));
    }
}

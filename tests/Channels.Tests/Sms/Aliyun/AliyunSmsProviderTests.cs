using System.Text.Json;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms.Aliyun;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.Sms.Aliyun;

public sealed class AliyunSmsProviderTests
{
    private static readonly ConversationKey Phone = ConversationKey.Create(ChannelNames.Sms, "codes", "13800138000");

    private static readonly Reply Code = Reply.OfText("验证码 123456") with
    {
        Notice = new Notice("bind.code", new Dictionary<string, string> { ["code"] = "123456", ["minutes"] = "10" }),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_notice_goes_as_its_template()
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal(new DeliveryResult.Delivered(1, "9006197469364984400"), await SendAsync(host, Code));

        var sent = Assert.Single(host.Api.Taken).Parameters;
        Assert.Equal(
            ("13800138000", "示范烟草", "SMS_2", """{"verify":"123456"}""", "7"),
            (sent["PhoneNumbers"], sent["SignName"], sent["TemplateCode"], sent["TemplateParam"], sent["OutId"]));
    }

    [Fact]
    public async Task Send_what_has_no_template_of_its_own_tells_where_the_answer_is()
    {
        await using var host = await AliyunHost.StartAsync();

        await SendAsync(host, Reply.OfText("软中华：还可订2条"));
        await SendAsync(host, Reply.OfText("x") with { Notice = new Notice("unknown", new Dictionary<string, string>()) });

        Assert.Equal([("SMS_1", "{}"), ("SMS_1", "{}")], host.Api.Taken.Select(sent => (sent.Parameters["TemplateCode"], sent.Parameters["TemplateParam"])));
    }

    /// <summary>Half a figure is a wrong figure.</summary>
    [Fact]
    public async Task Send_value_that_is_too_long_is_never_cut()
    {
        await using var host = await AliyunHost.StartAsync();
        var notice = new Notice("bind.code", new Dictionary<string, string> { ["code"] = new string('1', AliyunTemplates.LongestValue + 1) });

        await SendAsync(host, Reply.OfText("x") with { Notice = notice });

        Assert.Equal("SMS_1", Assert.Single(host.Api.Taken).Parameters["TemplateCode"]);
    }

    [Fact]
    public async Task Send_without_any_template_is_given_up_and_told()
    {
        await using var host = await AliyunHost.StartAsync(("Templates:answer:Code", AliyunHost.None));

        Assert.Equal(new DeliveryResult.GiveUp(0, "no_template"), await SendAsync(host, Reply.OfText("软中华：还可订2条")));

        Assert.Empty(host.Api.Calls);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("'answer'", StringComparison.Ordinal));
    }

    /// <summary>The SDK's requests and ours bear the same signature for the same words.</summary>
    [Fact]
    public async Task Send_signature_is_that_of_the_providers_own_program()
    {
        await using var host = await AliyunHost.StartAsync();
        await NodeScript.RunAsync(
            "aliyun-sms.cjs",
            new
            {
                endpoint = host.Api.BaseUrl.Authority,
                keyId = AliyunHost.KeyId,
                secret = AliyunHost.KeySecret,
                send = new { phoneNumbers = "13800138000", signName = "示范烟草", templateCode = "SMS_2", templateParam = """{"verify":"1 2+3*~'"}""", outId = "7" },
                query = new { phoneNumber = "13800138000", sendDate = "20251125", pageSize = 50, currentPage = 1 },
            },
            Cancelled);
        await SendAsync(host, Code);

        Assert.Equal(["SendSms", "QuerySendDetails", "SendSms"], host.Api.Calls.Select(call => call.Action));
        Assert.All(host.Api.Calls, call => Assert.Equal(call.Headers["authorization"], AuthorizationOf(call)));
        Assert.Subset(host.Api.Calls.First().Headers.Keys.ToHashSet(), host.Api.Calls.Last().Headers.Keys.Where(IsAcs).ToHashSet());
    }

    [Fact]
    public async Task Send_after_an_uncertain_try_looks_first()
    {
        await using var host = await AliyunHost.StartAsync();
        host.Api.FailNext(new FakeAliyunFault(502, Taken: true));

        Assert.Equal(new DeliveryResult.Retry(0, TimeSpan.FromSeconds(30), DeliveryCodes.Uncertain), await SendAsync(host, Code));
        Assert.Equal(new DeliveryResult.Delivered(1), await SendAsync(host, Code, mayHaveArrived: true));

        Assert.Single(host.Api.Taken);
        Assert.Equal("20251125", host.Api.Calls.Last().Parameters["SendDate"]);
    }

    [Fact]
    public async Task Send_after_a_try_that_was_not_taken_sends()
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(host, Code, mayHaveArrived: true));
        Assert.Single(host.Api.Taken);
    }

    /// <summary>The tests' clock stands at midnight in China.</summary>
    [Fact]
    public async Task Send_shortly_after_midnight_looks_at_the_day_before_too()
    {
        await using var host = await AliyunHost.StartAsync();

        await SendAsync(host, Code, mayHaveArrived: true);

        Assert.Equal(
            ["20251125", "20251124"],
            host.Api.Calls.Where(call => call.Action == "QuerySendDetails").Select(call => call.Parameters!["SendDate"]));
    }

    [Fact]
    public async Task Send_when_the_look_fails_waits()
    {
        await using var host = await AliyunHost.StartAsync();
        host.Api.FailNext(new FakeAliyunFault(500));

        Assert.Equal(new DeliveryResult.Retry(0, TimeSpan.FromSeconds(30), DeliveryCodes.Uncertain), await SendAsync(host, Code, mayHaveArrived: true));
        Assert.Empty(host.Api.Taken);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(502, null)]
    [InlineData(200, null)]
    [InlineData(500, "InternalError")]
    public async Task Send_without_a_clear_answer_is_uncertain(int status, string? code) => Assert.Equal(
        new DeliveryResult.Retry(0, TimeSpan.FromSeconds(30), DeliveryCodes.Uncertain), await FailedAsync(new FakeAliyunFault(status, code)));

    [Theory]
    [InlineData("isv.BUSINESS_LIMIT_CONTROL", 120)]
    [InlineData("isp.SYSTEM_ERROR", 15)]
    [InlineData("isp.GATEWAY_UNAVAILABLE", 15)]
    [InlineData("Throttling.User", 15)]
    public async Task Send_what_passes_is_tried_again(string code, int seconds) => Assert.Equal(
        new DeliveryResult.Retry(0, TimeSpan.FromSeconds(seconds), code), await FailedAsync(new FakeAliyunFault(200, code)));

    [Theory]
    [InlineData("isv.AMOUNT_NOT_ENOUGH")]
    [InlineData("isv.OUT_OF_SERVICE")]
    [InlineData("isv.SMS_SIGNATURE_ILLEGAL")]
    [InlineData("isv.SMS_TEMPLATE_ILLEGAL")]
    [InlineData("isv.TEMPLATE_MISSING_PARAMETERS")]
    [InlineData("isv.DAY_LIMIT_CONTROL")]
    [InlineData("isp.RAM_PERMISSION_DENY")]
    [InlineData("InvalidAccessKeyId.NotFound")]
    [InlineData("SignatureDoesNotMatch")]
    public async Task Send_what_the_operator_must_mend_waits_for_that(string code)
    {
        await using var host = await AliyunHost.StartAsync();
        host.Api.FailNext(new FakeAliyunFault(403, code));

        Assert.Equal(new DeliveryResult.Retry(0, TimeSpan.FromMinutes(10), code), await SendAsync(host, Code));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("isv.MOBILE_NUMBER_ILLEGAL")]
    [InlineData("isv.BLACK_KEY_CONTROL_LIMIT")]
    [InlineData("isv.PARAM_LENGTH_LIMIT")]
    [InlineData("isv.PARAM_NOT_SUPPORT_URL")]
    [InlineData("isv.INVALID_PARAMETERS")]
    public async Task Send_refused_for_good_is_given_up(string code) =>
        Assert.Equal(new DeliveryResult.GiveUp(0, code), await FailedAsync(new FakeAliyunFault(400, code)));

    private static async Task<DeliveryResult> FailedAsync(FakeAliyunFault fault)
    {
        await using var host = await AliyunHost.StartAsync();
        host.Api.FailNext(fault);
        return await SendAsync(host, Code);
    }

    private static Task<DeliveryResult> SendAsync(AliyunHost host, Reply reply, bool mayHaveArrived = false) => host.Sender.SendAsync(
        new OutboundReply(7, Phone, reply, 0, new Contact(ContactKind.Message, AliyunHost.Start, 0), false) { MayHaveArrived = mayHaveArrived },
        Cancelled);

    private static bool IsAcs(string header) => header.StartsWith("x-acs-", StringComparison.Ordinal);

    /// <summary>What our code would have signed for the very same request.</summary>
    private static string AuthorizationOf(FakeAliyunCall call)
    {
        var names = call.Headers["authorization"].Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        return AliyunSignature.Authorization(
            AliyunHost.KeyId, AliyunHost.KeySecret, "POST", "/", AliyunSignature.CanonicalQuery(call.Parameters!),
            names.ToDictionary(name => name, name => call.Headers[name]));
    }
}

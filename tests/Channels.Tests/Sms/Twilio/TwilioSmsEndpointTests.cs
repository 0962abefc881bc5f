using System.Net;
using System.Text;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.Sms.Twilio;

public sealed class TwilioSmsEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_signed_message_is_stored_and_answered_with_an_empty_response()
    {
        await using var host = await TwilioSmsHost.StartAsync();

        var response = await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("限量 软中华"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("<Response/>", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(
            new Inbound.Text("限量 软中华")
            {
                Conversation = ConversationKey.Parse($"sms/{SmsSettings.Account}/13800138000"),
                MessageId = "SM1",
                SentAt = TwilioSmsHost.Start,
                Phone = "13800138000",
            },
            Assert.Single(host.Inbox.Accepted));
    }

    [Theory]
    [InlineData(TwilioSmsHost.Path)]
    [InlineData(TwilioSmsHost.StatusPath)]
    public async Task Receive_wrong_signature_is_401_and_empty(string path)
    {
        await using var host = await TwilioSmsHost.StartAsync();

        var response = await host.PostAsync(path, TwilioSmsHost.Message("限量"), "RSOYDt4T1cUTdK1PDd93/VVr8B8=");

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, response);
        Assert.Empty(host.Inbox.Accepted);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(SmsSettings.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receive_signature_of_the_other_address_is_401()
    {
        await using var host = await TwilioSmsHost.StartAsync(("PublicBaseUrl", "https://other.example.cn"));

        await AssertRefusedAsync(
            HttpStatusCode.Unauthorized, await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("限量")));
    }

    [Fact]
    public async Task Receive_signature_of_the_previous_token_is_taken()
    {
        await using var host = await TwilioSmsHost.StartAsync(("AuthToken", "n3w"), ("PreviousAuthToken", SmsSettings.Token));

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("限量"))).StatusCode);
    }

    [Fact]
    public async Task Receive_repeat_is_the_same_message_to_the_inbox()
    {
        await using var host = await TwilioSmsHost.StartAsync();

        await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("余额"));
        var repeat = await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("余额"));

        Assert.Equal("<Response/>", await repeat.Content.ReadAsStringAsync(Cancelled));
        Assert.Single(host.Inbox.Accepted.Select(inbound => (inbound.Conversation, inbound.MessageId)).Distinct());
    }

    [Fact]
    public async Task Receive_store_down_is_503_and_empty()
    {
        await using var host = await TwilioSmsHost.StartAsync();
        host.Inbox.Fault = new IOException("disk full");

        await AssertRefusedAsync(
            HttpStatusCode.ServiceUnavailable, await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("余额")));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error: A Twilio callback could not be stored", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HELP")]
    [InlineData("info")]
    [InlineData("Ｈｅｌｐ")]
    public async Task Receive_help_is_left_to_Twilio(string word)
    {
        await using var host = await TwilioSmsHost.StartAsync();

        var response = await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message(word));

        Assert.Equal("<Response/>", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Theory]
    [InlineData("MessageSid")]
    [InlineData("From")]
    public async Task Receive_signed_form_without_its_fields_is_400(string missing)
    {
        await using var host = await TwilioSmsHost.StartAsync();

        await AssertRefusedAsync(
            HttpStatusCode.BadRequest, await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message("余额", (missing, ""))));
    }

    [Fact]
    public async Task Receive_other_content_is_415_and_a_large_body_413()
    {
        await using var host = await TwilioSmsHost.StartAsync();
        var address = new Uri(TwilioSmsHost.Path, UriKind.Relative);

        await AssertRefusedAsync(
            HttpStatusCode.UnsupportedMediaType,
            await host.Client.PostAsync(address, new StringContent("{}", Encoding.UTF8, "application/json"), Cancelled));
        await AssertRefusedAsync(
            HttpStatusCode.RequestEntityTooLarge,
            await host.PostAsync(TwilioSmsHost.Path, TwilioSmsHost.Message(new string('x', 70_000))));
    }

    [Fact]
    public async Task Receive_get_is_405()
    {
        await using var host = await TwilioSmsHost.StartAsync();

        var response = await host.Client.GetAsync(new Uri(TwilioSmsHost.Path, UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("queued", DeliveryStage.Accepted)]
    [InlineData("sending", DeliveryStage.Sending)]
    [InlineData("sent", DeliveryStage.Sent)]
    [InlineData("delivered", DeliveryStage.Delivered)]
    [InlineData("undelivered", DeliveryStage.Failed)]
    [InlineData("failed", DeliveryStage.Failed)]
    [InlineData("canceled", DeliveryStage.Failed)]
    [InlineData("read", DeliveryStage.Read)]
    [InlineData("something_new", DeliveryStage.Unknown)]
    public async Task Report_status_is_passed_on_as_its_stage(string status, DeliveryStage stage)
    {
        await using var host = await TwilioSmsHost.StartAsync();

        var response = await host.PostAsync(TwilioSmsHost.StatusPath + "?outbox=42", TwilioSmsHost.Status(status));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(new DeliveryReport(ChannelNames.Sms, "SM7", stage, status, 42), Assert.Single(host.Reports.Reported));
    }

    [Fact]
    public async Task Report_failure_says_its_code()
    {
        await using var host = await TwilioSmsHost.StartAsync();

        await host.PostAsync(TwilioSmsHost.StatusPath, TwilioSmsHost.Status("undelivered", ("ErrorCode", "30003")));

        Assert.Equal(
            new DeliveryReport(ChannelNames.Sms, "SM7", DeliveryStage.Failed, "undelivered 30003"), Assert.Single(host.Reports.Reported));
    }

    [Theory]
    [InlineData("?outbox=43")]
    [InlineData("")]
    public async Task Report_with_another_outbox_than_was_signed_is_401(string query)
    {
        await using var host = await TwilioSmsHost.StartAsync();
        var form = TwilioSmsHost.Status("delivered");
        var signature = Channels.Twilio.TwilioSignature.Sign(
            SmsSettings.Token, SmsSettings.Public + TwilioSmsHost.StatusPath + "?outbox=42", form);

        await AssertRefusedAsync(
            HttpStatusCode.Unauthorized, await host.PostAsync(TwilioSmsHost.StatusPath + query, form, signature));
    }

    private static async Task AssertRefusedAsync(HttpStatusCode expected, HttpResponseMessage response)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancelled));
    }
}

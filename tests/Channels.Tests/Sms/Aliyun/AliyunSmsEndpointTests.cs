using System.Net;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms.Aliyun;

namespace ServiceBot.Channels.Tests.Sms.Aliyun;

public sealed class AliyunSmsEndpointTests
{
    private const string Taken = """{"code":0,"msg":"OK"}""";

    private const string Two = """
        [{"phone_number":"13800138000","content":"限量 软中华","send_time":"2025-11-24 23:59:58","dest_code":"1","sequence_id":7},
         {"phone_number":"8613900139000","content":" 余额 ","send_time":"2025-11-24 23:59:59","sign_name":"示范烟草","dest_code":"1","sequence_id":"8"}]
        """;

    [Fact]
    public async Task Receive_every_message_of_a_push_is_stored_then_acknowledged()
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal((HttpStatusCode.OK, Taken), await host.PostAsync(AliyunHost.UpPath, Two));

        Assert.Equal(
            [("sms/aliyun/13800138000", "7", "限量 软中华", "13800138000"), ("sms/aliyun/13900139000", "8", "余额", "13900139000")],
            host.Inbox.Accepted.Cast<Inbound.Text>().Select(text => (text.Conversation.ToString(), text.MessageId, text.Content, text.Phone!)));
        Assert.Equal(new DateTimeOffset(2025, 11, 24, 15, 59, 58, TimeSpan.Zero), host.Inbox.Accepted.First().SentAt);
    }

    [Theory]
    [InlineData("/channels/sms/up/a-secret-path-of-24-charz")]
    [InlineData("/channels/sms/up/")]
    [InlineData("/channels/sms/up")]
    [InlineData("/channels/sms/report/wrong")]
    [InlineData("/channels/sms/up/a-secret-path-of-24-chars/more")]
    public async Task Receive_on_any_other_path_is_404(string path)
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal((HttpStatusCode.NotFound, ""), await host.PostAsync(path, Two));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Receive_from_another_address_is_404()
    {
        await using var host = await AliyunHost.StartAsync(("AllowedAddresses:0", "203.0.113.0/24"), ("AllowedAddresses:1", "2001:db8::1"));

        Assert.Equal((HttpStatusCode.NotFound, ""), await host.PostAsync(AliyunHost.UpPath, Two));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Receive_one_bad_entry_does_not_cost_the_others()
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal((HttpStatusCode.OK, Taken), await host.PostAsync(
            AliyunHost.UpPath,
            """[null, 7, {}, {"phone_number":"106","content":"x"}, {"phone_number":"13800138000","content":"  "}, {"phone_number":"13800138000","content":"余额","send_time":"never"}]"""));

        var text = Assert.IsType<Inbound.Text>(Assert.Single(host.Inbox.Accepted));
        Assert.Equal(("余额", AliyunHost.Start), (text.Content, text.SentAt));
    }

    /// <summary>A gateway that cuts a long message cuts through an emoji.</summary>
    [Fact]
    public async Task Receive_half_a_character_does_not_cost_the_others_and_is_not_pushed_for_ever()
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal((HttpStatusCode.OK, Taken), await host.PostAsync(
            AliyunHost.UpPath,
            """[{"phone_number":"13900139000","content":"\ud83d"}, {"phone_number":"13800138000","content":"余额","send_time":"0001-01-01 00:00:00"}]"""));
        Assert.Equal((HttpStatusCode.OK, Taken), await host.PostAsync(
            AliyunHost.ReportPath, """[{"out_id":"1","biz_id":"b","success":true,"err_code":"\ud83d"}]"""));

        Assert.Equal("余额", Assert.IsType<Inbound.Text>(Assert.Single(host.Inbox.Accepted)).Content);
    }

    [Fact]
    public async Task Receive_repeat_has_the_same_id_even_without_a_number()
    {
        await using var host = await AliyunHost.StartAsync();
        const string Message = """[{"phone_number":"13800138000","content":"余额","send_time":"2025-11-24 23:59:58","dest_code":"1"}]""";

        await host.PostAsync(AliyunHost.UpPath, Message);
        await host.PostAsync(AliyunHost.UpPath, Message);
        await host.PostAsync(AliyunHost.UpPath, Message.Replace("余额", "新品", StringComparison.Ordinal));

        var ids = host.Inbox.Accepted.Select(inbound => inbound.MessageId).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Theory]
    [InlineData("退订", typeof(Inbound.OptedOut))]
    [InlineData("td", typeof(Inbound.OptedOut))]
    [InlineData("Ｔ", typeof(Inbound.OptedOut))]
    [InlineData("恢复", typeof(Inbound.OptedIn))]
    [InlineData("STOP", typeof(Inbound.Text))]
    public async Task Receive_words_of_consent_are_ours_to_answer(string words, Type kind)
    {
        await using var host = await AliyunHost.StartAsync();

        await host.PostAsync(AliyunHost.UpPath, $$"""[{"phone_number":"13800138000","content":"{{words}}","sequence_id":1}]""");

        var inbound = Assert.Single(host.Inbox.Accepted);
        Assert.IsType(kind, inbound);
        Assert.False(inbound is Inbound.OptedOut { Answered: true } or Inbound.OptedIn { Answered: true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[[[[[[[[[[1]]]]]]]]]]")]
    public async Task Receive_malformed_is_400(string body)
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal((HttpStatusCode.BadRequest, ""), await host.PostAsync(AliyunHost.UpPath, body));
    }

    [Fact]
    public async Task Receive_oversize_is_413()
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, ""),
            await host.PostAsync(AliyunHost.UpPath, new string(' ', AliyunSmsEndpoint.LargestBody + 1)));
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, ""),
            await host.PostAsync(AliyunHost.UpPath, $"[{string.Join(',', Enumerable.Repeat("1", AliyunSmsEndpoint.MostEntries + 1))}]"));
    }

    [Fact]
    public async Task Receive_while_the_store_is_down_is_503_so_that_it_is_pushed_again()
    {
        await using var host = await AliyunHost.StartAsync();
        host.Inbox.Fault = new InvalidOperationException("secret detail");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), await host.PostAsync(AliyunHost.UpPath, Two));
    }

    [Fact]
    public async Task Report_names_our_reply()
    {
        await using var host = await AliyunHost.StartAsync();

        Assert.Equal((HttpStatusCode.OK, Taken), await host.PostAsync(
            AliyunHost.ReportPath,
            """
            [{"phone_number":"13800138000","success":true,"err_code":"DELIVERED","biz_id":"b1","out_id":"42","sms_size":"1"},
             {"phone_number":"13800138000","success":"false","err_code":"UNDELIV","biz_id":"b2","out_id":"43"},
             {"phone_number":"13800138000","success":true,"biz_id":"b3","out_id":"of somebody else"}]
            """));

        Assert.Equal(
            [
                new DeliveryReport("sms", "b1", DeliveryStage.Delivered, "DELIVERED", 42),
                new DeliveryReport("sms", "b2", DeliveryStage.Failed, "UNDELIV", 43),
            ],
            host.Reports.Reported);
    }

    [Fact]
    public async Task Log_holds_no_words_no_phone_and_no_secret()
    {
        await using var host = await AliyunHost.StartAsync();

        await host.PostAsync(AliyunHost.UpPath, Two);
        await host.PostAsync(AliyunHost.UpPath, "[{}]");
        await host.PostAsync("/channels/sms/up/wrong", Two);

        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(host.Log.Lines, line => new[] { "软中华", "13800138000", AliyunHost.Secret }.Any(
            secret => line.Contains(secret, StringComparison.Ordinal)));
    }
}

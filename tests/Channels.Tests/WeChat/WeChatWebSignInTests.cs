namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatWebSignInTests
{
    private const string State = "0123456789abcdef";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile MicroMessenger/8.0.47.2560(0x28002F35)", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1", false)]
    [InlineData("", false)]
    public async Task IsOwnBrowser_is_true_for_WeChats(string userAgent, bool isOwn)
    {
        await using var host = await WeChatApiHost.StartAsync();

        Assert.Equal(isOwn, host.WebSignIn.IsOwnBrowser(userAgent));
    }

    [Fact]
    public async Task Begin_names_the_parameters_in_WeChats_order_and_its_fragment()
    {
        await using var host = await WeChatApiHost.StartAsync();

        var address = host.WebSignIn.Begin(new Uri("https://shop.example/sign-in/wechat/back?a=1"), State);

        Assert.Equal(
            $"https://open.weixin.qq.com/connect/oauth2/authorize?appid={host.Api.AppId}" +
            "&redirect_uri=https%3A%2F%2Fshop.example%2Fsign-in%2Fwechat%2Fback%3Fa%3D1&response_type=code&scope=snsapi_base" +
            $"&state={State}#wechat_redirect",
            address.AbsoluteUri);
    }

    [Fact]
    public async Task Finish_gives_the_openid_of_a_good_code_once()
    {
        await using var host = await WeChatApiHost.StartAsync();
        host.Api.WebCodes["a code&b=c"] = """{"access_token":"t","expires_in":7200,"openid":"oVisitor","scope":"snsapi_base"}""";

        Assert.Equal("oVisitor", await host.WebSignIn.FinishAsync("a code&b=c", Cancelled));
        Assert.Null(await host.WebSignIn.FinishAsync("a code&b=c", Cancelled));
    }

    [Theory]
    [InlineData("""{"openid":"oEverybody","is_snapshotuser":1}""")]
    [InlineData("""{"openid":""}""")]
    [InlineData("""{"openid":7}""")]
    [InlineData("""{"scope":"snsapi_base"}""")]
    [InlineData("""[]""")]
    [InlineData("""<html>""")]
    public async Task Finish_of_an_answer_that_names_nobody_is_null(string answer)
    {
        await using var host = await WeChatApiHost.StartAsync();
        host.Api.WebCodes["c"] = answer;

        Assert.Null(await host.WebSignIn.FinishAsync("c", Cancelled));
    }

    [Theory]
    [InlineData(40029)]
    [InlineData(40163)]
    [InlineData(41008)]
    public async Task Finish_of_a_spent_code_is_null_and_no_fault(int code)
    {
        await using var host = await WeChatApiHost.StartAsync();
        host.Api.RefuseNext(code);

        Assert.Null(await host.WebSignIn.FinishAsync("c", Cancelled));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("WeChat's API", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finish_with_a_wrong_secret_is_null_and_tells_the_operator_without_it()
    {
        await using var host = await WeChatApiHost.StartAsync(("AppSecret", "another-secret"));

        Assert.Null(await host.WebSignIn.FinishAsync("c", Cancelled));
        Assert.Contains(host.Log.Lines, line => line.Contains("Correct Channels:WeChat:AppSecret.", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("another-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finish_while_WeChat_is_down_is_null()
    {
        await using var host = await WeChatApiHost.StartAsync();
        host.Api.HangsUp = true;

        Assert.Null(await host.WebSignIn.FinishAsync("c", Cancelled));
    }
}

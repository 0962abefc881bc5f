using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatApiClientTests
{
    private static readonly byte[] Message = WeChatApiMessages.Write("o1", new WeChatMessage.Text("好的"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task Post_token_refused_is_renewed_and_tried_once_more(int code)
    {
        await using var host = await WeChatApiHost.StartAsync();
        await host.Tokens.GetAsync(Cancelled);
        host.Api.ExpireTokens();
        host.Api.RefuseNext(code);

        Assert.IsType<WeChatApiOutcome.Done>(await host.Client.PostAsync("/cgi-bin/message/custom/send", Message, Cancelled));
        Assert.Equal(2, host.Api.TokenRequests);
    }

    [Fact]
    public async Task Post_new_token_refused_too_is_the_end()
    {
        await using var host = await WeChatApiHost.StartAsync();
        await host.Tokens.GetAsync(Cancelled);
        host.Api.AcceptsNoToken = true;

        var outcome = await host.Client.PostAsync("/cgi-bin/message/custom/send", Message, Cancelled);

        Assert.Equal(40001, Assert.IsType<WeChatApiOutcome.Refused>(outcome).Code);
        Assert.Equal(2, host.Api.TokenRequests);
    }

    [Fact]
    public async Task Post_without_a_token_says_why()
    {
        await using var host = await WeChatApiHost.StartAsync(("AppSecret", "wrong"));

        var outcome = await host.Client.PostAsync("/cgi-bin/message/custom/send", Message, Cancelled);

        Assert.Equal(40125, Assert.IsType<WeChatApiOutcome.Refused>(outcome).Code);
        Assert.Empty(host.Api.Calls);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Post_that_never_reached_WeChat_goes_again_at_once(HttpRequestError error)
    {
        await using var host = await WeChatApiHost.StartAsync();
        await host.Tokens.GetAsync(Cancelled);
        (host.Network.Error, host.Network.Failures) = (error, 1);

        Assert.IsType<WeChatApiOutcome.Done>(await host.Client.PostAsync("/cgi-bin/message/custom/send", Message, Cancelled));
        Assert.Single(host.Api.Calls);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    public async Task Post_that_may_have_reached_WeChat_does_not_go_again(HttpRequestError error)
    {
        await using var host = await WeChatApiHost.StartAsync();
        await host.Tokens.GetAsync(Cancelled);
        (host.Network.Error, host.Network.Failures) = (error, 1);

        Assert.IsType<WeChatApiOutcome.Uncertain>(await host.Client.PostAsync("/cgi-bin/message/custom/send", Message, Cancelled));
        Assert.Equal(2, host.Network.Calls);
    }
}

using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.WeChat;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatAccessTokensTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_many_at_once_fetch_one_token()
    {
        await using var host = await WeChatApiHost.StartAsync();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Tokens.GetAsync(Cancelled)));

        Assert.Single(tokens.Distinct());
        Assert.Equal(1, host.Api.TokenRequests);
    }

    [Fact]
    public async Task Get_in_another_process_finds_the_shared_token()
    {
        var (time, shared) = Shared();
        await using var api = await FakeWeChatApi.StartAsync(Cancelled);
        await using var first = new WeChatApiHost(api, time, shared);
        await using var second = new WeChatApiHost(api, time, shared);

        Assert.Equal(await first.Tokens.GetAsync(Cancelled), await second.Tokens.GetAsync(Cancelled));
        Assert.Equal(1, api.TokenRequests);
    }

    [Fact]
    public async Task Get_while_another_process_fetches_waits_for_its_token()
    {
        var (time, shared) = Shared();
        await using var api = await FakeWeChatApi.StartAsync(Cancelled);
        await using var host = new WeChatApiHost(api, time, shared);
        var turn = await shared.TryLockAsync($"wechat:{api.AppId}:access_token", TimeSpan.FromSeconds(15), Cancelled);

        var waiting = host.Tokens.GetAsync(Cancelled);
        await shared.SetAsync(
            $"wechat:{api.AppId}:access_token",
            $"{time.GetUtcNow().AddHours(1).ToUnixTimeSeconds()} theirs",
            TimeSpan.FromHours(1),
            Cancelled);
        await turn!.DisposeAsync();
        time.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal(new WeChatToken("theirs"), await waiting);
        Assert.Equal(0, api.TokenRequests);
    }

    [Fact]
    public async Task Get_in_the_last_five_minutes_fetches_anew()
    {
        await using var host = await WeChatApiHost.StartAsync();
        await host.Tokens.GetAsync(Cancelled);

        host.Time.Advance(TimeSpan.FromMinutes(113));
        await host.Tokens.GetAsync(Cancelled);
        Assert.Equal(1, host.Api.TokenRequests);

        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.Tokens.GetAsync(Cancelled);
        Assert.Equal(2, host.Api.TokenRequests);
    }

    [Fact]
    public async Task Get_with_the_shared_place_down_fetches_an_own_token()
    {
        var (time, shared) = Shared();
        shared.IsDown = true;
        await using var api = await FakeWeChatApi.StartAsync(Cancelled);
        await using var host = new WeChatApiHost(api, time, shared);

        Assert.Equal(new WeChatToken("stable-1"), await host.Tokens.GetAsync(Cancelled));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning: The shared place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Renew_refused_token_fetches_once_for_all()
    {
        await using var host = await WeChatApiHost.StartAsync();
        var refused = (await host.Tokens.GetAsync(Cancelled)).Value!;
        host.Api.ExpireTokens();

        var renewed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.Tokens.RenewAsync(refused, Cancelled)));

        Assert.Single(renewed.Distinct());
        Assert.NotEqual(refused, renewed[0].Value);
        Assert.Equal(2, host.Api.TokenRequests);
    }

    [Fact]
    public async Task Tokens_and_secrets_are_never_logged()
    {
        await using var host = await WeChatApiHost.StartAsync();

        var token = (await host.Tokens.GetAsync(Cancelled)).Value!;

        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(host.Api.AppSecret, StringComparison.Ordinal));
    }

    private static (FakeTimeProvider Time, FakeSharedTokens Shared) Shared()
    {
        var time = new FakeTimeProvider(WeChatHost.Start);
        return (time, new FakeSharedTokens(time));
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>One process's side of the API, against a stand-in for WeChat's.</summary>
internal sealed class WeChatApiHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public WeChatApiHost(
        FakeWeChatApi api, FakeTimeProvider time, ISharedTokens shared, params (string Key, string? Value)[] settings)
    {
        (Api, Time) = (api, time);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(shared)
            .AddChannels(Configuration(api, settings));
        services.AddHttpClient(WeChatHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => Network);
        _provider = services.BuildServiceProvider();
    }

    public FakeWeChatApi Api { get; }

    public FakeTimeProvider Time { get; }

    public FailingNetwork Network { get; } = new();

    public CapturedLog Log { get; } = new();

    public IReplySender Sender => _provider.GetRequiredService<IReplySender>();

    public WeChatAccessTokens Tokens => _provider.GetRequiredService<WeChatAccessTokens>();

    public WeChatApiClient Client => _provider.GetRequiredService<WeChatApiClient>();

    public IWebSignIn WebSignIn => _provider.GetRequiredService<IWebSignIn>();

    public WeChatMenu Menu => _provider.GetRequiredService<WeChatMenu>();

    public static async Task<WeChatApiHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new FakeTimeProvider(WeChatHost.Start);
        var api = await FakeWeChatApi.StartAsync(TestContext.Current.CancellationToken);
        return new WeChatApiHost(api, time, new FakeSharedTokens(time), settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Api.DisposeAsync();
    }

    private static IConfigurationRoot Configuration(FakeWeChatApi api, (string Key, string? Value)[] settings)
    {
        (string Key, string? Value)[] all =
        [
            ("AppId", api.AppId), ("AppSecret", api.AppSecret), ("Token", WeChatHost.Token),
            ("EncodingAesKey", WeChatHost.Key), ("ApiBaseUrl", api.BaseUrl.ToString()), ("PublicBaseUrl", "https://bot.example.cn"),
            .. settings,
        ];
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in all)
        {
            values["Channels:WeChat:" + key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}

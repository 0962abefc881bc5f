using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>The real program with every channel on, and the retailer of <see cref="TwentyQuestions"/> on each of them.</summary>
internal sealed class ChannelsTogether : IAsyncDisposable
{
    private const string OpenId = "oRetailerOfTwenty";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private readonly FakeTwilioApi _twilio;
    private readonly FakeWeChatApi _wechat;
    private readonly SecureWeChat _wechatPhone;

    private ChannelsTogether(FakeTwilioApi twilio, FakeWeChatApi wechat)
    {
        (_twilio, _wechat) = (twilio, wechat);
        Bot = new BotProcess(_folder.Path, new Dictionary<string, string>(TwilioPost.SettingsFor(twilio))
        {
            ["Channels__Voice__PublicBaseUrl"] = TwilioPost.PublicBaseUrl,
            ["Channels__WeChat__ApiBaseUrl"] = wechat.BaseUrl.ToString(),
        });
        _wechatPhone = new SecureWeChat(_client, Bot.Address);
        Texts = TextsOf(TwentyQuestions.Phone);
        Web = new PageVisitor(Bot.Address);
    }

    public BotProcess Bot { get; }

    /// <summary>The registered phone.</summary>
    public TextPhone Texts { get; }

    /// <summary>The retailer's browser.</summary>
    public PageVisitor Web { get; }

    /// <summary>How often a token for WeChat's API was asked for: 0 while every answer fits into a response.</summary>
    public int WeChatTokenRequests => _wechat.TokenRequests;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ChannelsTogether> StartAsync()
    {
        TestEnvironment.RequireProgram("node");
        var together = new ChannelsTogether(
            await FakeTwilioApi.StartAsync(TimeProvider.System, Cancel), await FakeWeChatApi.StartAsync(Cancel));
        TrainedModels.Restore(together._folder.Path);
        await together.Bot.StartAsync(together._client, Cancel);
        TrainedModels.Keep(together._folder.Path);
        return together;
    }

    /// <summary>Binds the retailer's WeChat with a code, as retailers do.</summary>
    public async Task BindWeChatAsync()
    {
        await AskWeChatAsync(TwentyQuestions.License);
        Assert.Contains("绑定成功", await AskWeChatAsync(await Texts.CodeAsync()), StringComparison.Ordinal);
    }

    /// <summary>Signs the retailer's browser in.</summary>
    public Task SignInAsync() => Web.SignInAsync(TwentyQuestions.License, Texts.CodeAsync);

    /// <summary>Asks on WeChat.</summary>
    public Task<string> AskWeChatAsync(string words) => _wechatPhone.SendAsync(OpenId, words, Cancel);

    /// <summary>Opens a Direct Line with the token of the signed-in page.</summary>
    public async Task<DirectLineVisitor> OpenDirectLineAsync()
    {
        var (conversation, token) = await Web.TokenAsync();
        return new DirectLineVisitor(_client, Bot.Address, conversation, token);
    }

    /// <summary>Another phone.</summary>
    public TextPhone TextsOf(string number) => new(_client, Bot.Address, _twilio, number);

    /// <summary>A call from the registered phone.</summary>
    public TwilioCall Call() => new(
        _client, Bot.Address,
        new TwilioLine(TwilioPost.PublicBaseUrl, _twilio.AccountSid, _twilio.AuthToken, $"+86{TwentyQuestions.Phone}"));

    /// <summary>A file for the program's commands.</summary>
    public string File(string name) => _folder.File(name);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        Web.Dispose();
        await _twilio.DisposeAsync();
        await _wechat.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }
}

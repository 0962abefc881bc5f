using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.SelfService;
using ServiceBot.Bot.SelfService.SignIn;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>
/// The self-service pages as the server serves them, on a free port, with three shops in the tables. It is Tuesday
/// 2026-11-24, ten in the morning in China. Browsers come from behind a proxy, each with an address of its own.
/// </summary>
internal sealed class SelfServiceServer : IAsyncDisposable
{
    public const string Shop = "330106100123";
    public const string ShopPhone = "13800001123";
    public const string OtherShop = "330106100045";
    public const string NoShop = "330106199999";

    private const string Head = "许可证号,客户编码,店名,经营者,手机号,档位,市场类型,业态,订货日,送货日,线路,客户经理工号,状态";

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;
    private int _browsers;

    private SelfServiceServer(Func<string, WebApplication> build) => _app = build(_folder.Path);

    public IServiceProvider Services => _app.Services;

    public required FakeWebSignIn App { get; init; }

    public Uri Address => new(
        Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static Task<SelfServiceServer> OnSqliteAsync(params (string Key, string? Value)[] settings) =>
        StartAsync(null, settings);

    public static async Task<SelfServiceServer> OnPostgresAsync(PostgresServer postgres) => await StartAsync(
        await postgres.CreateDatabaseAsync(), []);

    /// <summary>Lets so much time go by, without ringing once for every second of it.</summary>
    public void Later(TimeSpan by)
    {
        var time = (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();
        time.AdjustTime(time.GetUtcNow() + by);
    }

    /// <summary>A browser with an address of its own.</summary>
    public Browser Open(string? userAgent = null) => new(Address, $"203.0.113.{++_browsers}", userAgent);

    /// <summary>The code of the newest message to a phone; null when none is under way.</summary>
    public string? CodeTo(string phone)
    {
        using var context = Services.GetRequiredService<BotDatabase>().CreateContext();
        var to = BindingCodes.AddressOf(phone).ToString();
        var body = context.Outbox.Where(row => row.Conversation == to).OrderBy(row => row.Id).Select(row => row.Body).LastOrDefault();
        return body is null ? null : BotJson.ReadReply(body).Notice!.Values["code"];
    }

    /// <summary>Loads the table of shops anew.</summary>
    public async Task LoadShopsAsync(string owner = "陈建华", string phone = ShopPhone, bool withShop = true)
    {
        var shop = $"{Shop},YL000123,解放路惠民便利店,{owner},{phone},20,城网,便利店,周一,周二,城中1线,M001,正常";
        string[] rows =
        [
            Head,
            .. withShop ? [shop] : Array.Empty<string>(),
            $"{OtherShop},YL000045,南门烟酒店,周小燕,13800001045,12,城网,便利店,周二,周三,城中1线,M001,正常",
            "330106100999,YL000999,没有电话的店,赵无,,3,农网,便利店,周二,周三,城中1线,M001,正常",
        ];
        var tables = Directory.CreateDirectory(_folder.File("tables")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(tables, "零售户.csv"), rows, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            Path.Combine(tables, "人员.csv"), ["工号,姓名,岗位,电话,线路", "M001,李伟,客户经理,13700000001,城中1线"], TestContext.Current.CancellationToken);
        var result = await Services.GetRequiredService<TradeImporter>().ImportAsync(
            tables, false, "tester", null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Faults);
    }

    /// <summary>Binds a WeChat sender to the shop as it is now.</summary>
    public async Task BindWeChatAsync(string openId, string account = "gh_1", string license = Shop)
    {
        var number = LicenseNumber.Parse(license);
        var retailer = await Services.GetRequiredService<KnowledgeBase>().RetailerAsync(number, TestContext.Current.CancellationToken);
        await Services.GetRequiredService<ConversationStore>().BeginBoundAsync(
            ConversationKey.Create(ChannelNames.WeChat, account, openId), number, Holder.Of(retailer!), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<SelfServiceServer> StartAsync(string? postgres, (string Key, string? Value)[] settings)
    {
        FakeWebSignIn app = new();
        var server = new SelfServiceServer(folder => Build(folder, postgres, settings, app)) { App = app };
        await KnowledgeSetup.MigrateAsync(server.Services, TestContext.Current.CancellationToken);
        await server.Services.GetRequiredService<BotDatabase>().MigrateAsync(TestContext.Current.CancellationToken);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        await server.LoadShopsAsync();
        return server;
    }

    private static WebApplication Build(
        string folder, string? postgres, (string Key, string? Value)[] settings, FakeWebSignIn app)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            EnvironmentName = "Production",
        });
        var configFolder = Path.Combine(TestEnvironment.Root, "config");
        builder.Configuration.UseConfigFolder(configFolder, "Production", "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:DataDirectory", folder),
            new("Storage:Database:Provider", postgres is null ? "sqlite" : "postgresql"),
            new("Storage:Database:ConnectionString", postgres ?? ""),
            new("SelfService:KnownProxies:0", "127.0.0.1"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        builder.AddServiceBot(configFolder).Services.AddSelfService();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero)));
        if (builder.Configuration["Test:WithoutSms"] is null)
        {
            builder.Services.AddSingleton<IReplySender>(new SilentSms());
        }

        builder.Services.AddSingleton<IWebSignIn>(app);
        return Map(builder.Build());
    }

    private static WebApplication Map(WebApplication app)
    {
        app.UseFrontDoor();
        app.UseExceptionHandler(failed => failed.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        }));
        app.UseVisitors();
        app.MapSelfService();
        app.MapGet("/whoami", (HttpContext context) => Visitor.Of(context.User).License.Value).RequireAuthorization(Visitor.Scheme);
        app.MapGet("/fails", string () => throw new InvalidOperationException("secret words"));
        app.MapPost("/channels/fails", string () => throw new InvalidOperationException("secret words"));
        return app;
    }

    /// <summary>There is an SMS account; what goes out is looked at in the outbox.</summary>
    private sealed class SilentSms : IReplySender
    {
        public string Channel => ChannelNames.Sms;

        public ReplyWindow WindowAfter(Contact contact) => ReplyWindow.Open;

        public Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("No worker runs here.");
    }
}

/// <summary>Stands for WeChat: a code is good when it is somebody's openid with <c>code-</c> before it.</summary>
internal sealed class FakeWebSignIn : IWebSignIn
{
    public bool IsOwnBrowser(string userAgent) => userAgent.Contains("MicroMessenger", StringComparison.Ordinal);

    public Uri Begin(Uri returnTo, string state) =>
        new($"https://wechat.example/authorize?redirect_uri={Uri.EscapeDataString(returnTo.AbsoluteUri)}&state={state}");

    public Task<string?> FinishAsync(string code, CancellationToken cancellationToken) =>
        Task.FromResult(code.StartsWith("code-", StringComparison.Ordinal) ? code[5..] : null);
}

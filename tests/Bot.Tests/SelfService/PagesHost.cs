using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.SelfService;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;
using Spectre.Console;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>
/// The pages on a real listener with the sample county, on Tuesday 2026-11-24, ten in the morning in China. Signing in is
/// a cookie with the licence: how one signs in truly is not what these tests are about.
/// </summary>
public sealed class PagesHost : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    internal IServiceProvider Services => _app!.Services;

    internal Uri Address => new(_app!.Urls.First());

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        TrainedModels.Restore(_folder.Path);
        var configFolder = Path.Combine(TestEnvironment.Root, "config");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            EnvironmentName = "Development",
            WebRootPath = Path.Combine(TestEnvironment.Root, "src", "Bot", "wwwroot"),
        });
        builder.Configuration.UseConfigFolder(configFolder, "Development");
        builder.Configuration["Storage:DataDirectory"] = _folder.Path;
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.AddServiceBot(configFolder).Services.AddSelfService();
        builder.Services.AddSingleton<TimeProvider>(Time).AddCookieVisitors();
        _app = builder.Build();
        _app.UsePageFiles();
        _app.MapSelfService();
        var silent = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        await new Preparation(Services, configFolder, silent).RunAsync(loadSample: true, CancellationToken.None);
        await _app.StartAsync();
        TrainedModels.Keep(_folder.Path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A browser of the visitor; of a stranger for null.</summary>
    internal PageVisitor Open(string? license) => new(Address, license);
}

/// <summary>Signs in whoever has the cookie.</summary>
internal sealed class CookieVisitor(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnowledgeBase knowledge)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Cookie = "test-visitor";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!LicenseNumber.TryParse(Request.Cookies[Cookie], out var license))
        {
            return AuthenticateResult.NoResult();
        }

        var retailer = await knowledge.RetailerAsync(license, Context.RequestAborted);
        var visitor = new Visitor(license, retailer is null ? "nobody" : Holder.Of(retailer), $"chat-{license}");
        return AuthenticateResult.Success(new AuthenticationTicket(visitor.ToPrincipal(), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/sign-in");
        return Task.CompletedTask;
    }
}

/// <summary>Puts <see cref="CookieVisitor"/> in the place of the real sign-in.</summary>
internal static class CookieVisitors
{
    public static void AddCookieVisitors(this IServiceCollection services)
    {
        services.AddTransient<CookieVisitor>();
        services.PostConfigure<AuthenticationOptions>(options =>
        {
            if (options.SchemeMap.TryGetValue(Visitor.Scheme, out var scheme))
            {
                scheme.HandlerType = typeof(CookieVisitor);
            }
            else
            {
                options.AddScheme<CookieVisitor>(Visitor.Scheme, null);
            }
        });
    }
}

/// <summary>Gets pages and sends forms as a browser without JavaScript does. Redirects are not followed.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private readonly Uri _address;
    private readonly HttpMessageInvoker _client;

    public PageVisitor(Uri address, string? license)
    {
        var cookies = new CookieContainer();
        if (license is not null)
        {
            cookies.Add(address, new System.Net.Cookie(CookieVisitor.Cookie, license));
        }

        _address = address;
        _client = new HttpMessageInvoker(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path, string? acceptEncoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, path));
        if (acceptEncoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        }

        return _client.SendAsync(request, Stop);
    }

    /// <summary>Sends a form; a large one waits until the server wants it, so that a refusal can be read.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, path)) { Content = content };
        request.Headers.ExpectContinue = true;
        return _client.SendAsync(request, Stop);
    }

    /// <summary>A page's HTML; it must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>A page's words as they are read, without tags.</summary>
    public async Task<string> WordsAsync(string path) => Words(await ReadAsync(path));

    /// <summary>Words of HTML.</summary>
    public static string Words(string html) =>
        WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Heads().Replace(html, ""), " "), " "));

    [GeneratedRegex("<head>.*?</head>", RegexOptions.Singleline)]
    private static partial Regex Heads();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.SelfService;
using ServiceBot.Channels;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;
using Spectre.Console;

namespace ServiceBot.Journeys;

/// <summary>
/// The web server on a free port with the sample county, where a cookie says who is signed in: signing in has journeys of
/// its own. It can be stopped and started again on the same data.
/// </summary>
public sealed class ChatServer : IAsyncLifetime
{
    /// <summary>The setting with which the server speaks Direct Line; without it the page's form alone serves.</summary>
    internal const string DirectLineSecret = "Channels:DirectLine:Secret";

    private static readonly string ConfigFolder = Path.Combine(TestEnvironment.Root, "config");

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _settings = [];
    private WebApplication? _app;

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{BotProcess.FreePort()}");

    internal IServiceProvider Services => _app!.Services;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => new(StartAsync());

    /// <summary>Starts it, or starts it again.</summary>
    /// <param name="settings">Further settings, kept for the next start too.</param>
    internal async Task StartAsync(params (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        TrainedModels.Restore(_folder.Path);
        _app = Build();
        var silent = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        await new Preparation(_app.Services, ConfigFolder, silent).RunAsync(loadSample: true, CancellationToken.None);
        await _app.StartAsync();
        TrainedModels.Keep(_folder.Path);
    }

    /// <summary>Stops it; browsers lose their connections.</summary>
    internal async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await StopAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Who a cookie of this value is signed in as.</summary>
    internal static string Cookie(string license, string holder, string chatId) => $"{license}.{holder}.{chatId}";

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Development,
            WebRootPath = Path.Combine(TestEnvironment.Root, "src", "Bot", "wwwroot"),
        });
        builder.Configuration.UseConfigFolder(ConfigFolder, Environments.Development, Address.AbsoluteUri);
        builder.Configuration["Storage:DataDirectory"] = _folder.Path;
        foreach (var (key, value) in _settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Logging.ClearProviders();
        builder.AddServiceBot(ConfigFolder).Services.AddBotWorkers().AddSelfService();
        ProtectionKeys.AddTo(builder.Services);
        CookieVisitor.TakeOver(builder.Services);
        if (!_settings.ContainsKey(DirectLineSecret))
        {
            builder.Services.RemoveAll<IChatTokens>();
        }

        var app = builder.Build();
        app.Use((context, next) =>
        {
            // The strictest policy that the pages are meant to live with.
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
                + $"connect-src 'self' ws://{context.Request.Host}";
            return next(context);
        });
        app.UseStaticFiles();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapChannels();
        app.MapSelfService();
        return app;
    }

    /// <summary>Believes the cookie.</summary>
    private sealed class CookieVisitor(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Name = "test-visitor";

        /// <summary>Whoever else reads the scheme does so no more.</summary>
        public static void TakeOver(IServiceCollection services)
        {
            services.AddTransient<CookieVisitor>();
            services.AddAuthentication();
            services.PostConfigure<AuthenticationOptions>(authentication =>
            {
                if (authentication.SchemeMap.TryGetValue(Visitor.Scheme, out var scheme))
                {
                    scheme.HandlerType = typeof(CookieVisitor);
                }
                else
                {
                    authentication.AddScheme<CookieVisitor>(Visitor.Scheme, null);
                }
            });
        }

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Cookies[Name]?.Split('.') is not [var license, var holder, var chatId])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            ClaimsPrincipal principal = new Visitor(LicenseNumber.Parse(license), holder, chatId).ToPrincipal();
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Visitor.Scheme)));
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>Signing in, and keeping others out.</summary>
internal static class SignInSetup
{
    private const string Everywhere = "/";

    private static readonly TimeSpan HttpsOnlyFor = TimeSpan.FromDays(365);

    /// <summary>Registers sessions, the scheme, and the rules for every page: a page is for the signed in unless it is named here.</summary>
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SelfServiceOptions>().BindConfiguration(SelfServiceOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SelfServiceOptions>, SelfServiceOptionsRules>();
        services.AddSingleton<SignInStore>().AddSingleton<SignIns>().AddSingleton<WebSessions>();
        services.AddSingleton<BoundConversations>().AddSingleton<AppSignIn>();
        services.AddAuthentication(Visitor.Scheme).AddScheme<AuthenticationSchemeOptions, VisitorHandler>(Visitor.Scheme, null);
        services.AddAuthorizationBuilder().AddPolicy(
            Visitor.Scheme, policy => policy.AddAuthenticationSchemes(Visitor.Scheme).RequireAuthenticatedUser());
        services.AddHsts(hsts => hsts.MaxAge = HttpsOnlyFor);
        services.AddRateLimiter(limits => limits.AddPolicy<string, SelfServiceRates>(SelfServiceRates.Policy));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "form";
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<RazorPagesOptions>(AddPageRules);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SelfServiceOptions>>(
            (forwarded, options) => Believe(forwarded, options.Value.KnownProxies));
    }

    /// <summary>Before everything else: what proxies say, and what browsers are told with every answer.</summary>
    public static void UseFrontDoor(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSelfServiceHeaders();
        app.UseErrorPages();
    }

    /// <summary>Finds the page and the visitor.</summary>
    public static void UseVisitors(this WebApplication app)
    {
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseBodyLimits();
    }

    private static void AddPageRules(RazorPagesOptions pages)
    {
        pages.Conventions.AuthorizeFolder(Everywhere, Visitor.Scheme);
        pages.Conventions.AllowAnonymousToPage("/Index");
        pages.Conventions.AllowAnonymousToPage("/Error");
        pages.Conventions.AllowAnonymousToFolder("/SignIn");
        pages.Conventions.AddFolderApplicationModelConvention(
            Everywhere, page => page.Filters.Add(new VisitorFilter()));
    }

    private static void Believe(ForwardedHeadersOptions forwarded, IReadOnlyList<string> proxies)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.ForwardedHeaders = proxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    }
}

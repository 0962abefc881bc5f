using System.Net;
using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>A page as a browser got it.</summary>
internal sealed record Seen(HttpResponseMessage Response, string Body)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where it leads, path and query; null when it does not.</summary>
    public string? Location => Response.Headers.Location?.OriginalString;

    public IReadOnlyList<string> SetCookies =>
        Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
}

/// <summary>A browser that keeps cookies, follows nothing by itself, and sends forms with the token of the page that it saw last.</summary>
internal sealed partial class Browser(Uri server, string address, string? userAgent) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private string _token = "";

    /// <summary>Its cookies; a test may steal or lose them.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    public string Session => Cookies["session"];

    public Task<Seen> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Absolute(path)));

    /// <summary>Sends a form with the antiforgery token.</summary>
    public Task<Seen> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostWithoutTokenAsync(path, [.. fields, ("__RequestVerificationToken", _token)]);

    public Task<Seen> PostWithoutTokenAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, Absolute(path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    /// <summary>Types a licence number.</summary>
    public async Task<Seen> TypeLicenseAsync(string license, string returnTo = "")
    {
        await GetAsync($"/sign-in{returnTo}");
        return await PostAsync($"/sign-in{returnTo}", ("license", license));
    }

    /// <summary>Types a code.</summary>
    public async Task<Seen> TypeCodeAsync(string code, string returnTo = "")
    {
        await GetAsync($"/sign-in/code{returnTo}");
        return await PostAsync($"/sign-in/code{returnTo}", ("code", code));
    }

    /// <summary>Signs the shop in.</summary>
    public async Task<Seen> SignInAsync(SelfServiceServer bot, string license = SelfServiceServer.Shop, string phone = SelfServiceServer.ShopPhone)
    {
        await TypeLicenseAsync(license);
        return await TypeCodeAsync(bot.CodeTo(phone)!);
    }

    public async Task<Seen> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent ?? "Mozilla/5.0");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var seen = new Seen(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        seen.SetCookies.ToList().ForEach(Keep);
        _token = Token().Match(seen.Body) is { Success: true } found ? found.Groups[1].Value : _token;
        return seen;
    }

    public void Dispose() => _http.Dispose();

    private Uri Absolute(string path) => new(server, path);

    private void Keep(string setCookie)
    {
        var (name, value) = (setCookie[..setCookie.IndexOf('=')], setCookie[(setCookie.IndexOf('=') + 1)..].Split(';')[0]);
        if (value.Length == 0)
        {
            Cookies.Remove(name);
        }
        else
        {
            Cookies[name] = value;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

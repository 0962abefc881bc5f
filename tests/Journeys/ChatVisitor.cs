using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Binding;
using ServiceBot.Knowledge;

namespace ServiceBot.Journeys;

/// <summary>A retailer who uses the chat page without JavaScript.</summary>
internal sealed class ChatVisitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _server;

    private ChatVisitor(Uri server, string cookie, string chatId)
    {
        (_server, Cookie, ChatId) = (server, cookie, chatId);
        var handler = new HttpClientHandler { AllowAutoRedirect = false };
        handler.CookieContainer.Add(server, new Cookie("test-visitor", cookie));
        _client = new HttpClient(handler);
    }

    public string Cookie { get; }

    public string ChatId { get; }

    /// <summary>Signs a retailer in, in a browser that was never here before.</summary>
    public static async Task<ChatVisitor> SignInAsync(ChatServer server, string license)
    {
        var retailer = await server.Services.GetRequiredService<KnowledgeBase>()
            .RetailerAsync(LicenseNumber.Parse(license), TestContext.Current.CancellationToken);
        var chatId = Guid.NewGuid().ToString("N");
        return new ChatVisitor(server.Address, ChatServer.Cookie(license, Holder.Of(retailer!), chatId), chatId);
    }

    public Task<HttpResponseMessage> GetAsync(string path = "/chat") =>
        _client.GetAsync(new Uri(_server, path), TestContext.Current.CancellationToken);

    public async Task<string> PageAsync(string path = "/chat")
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Fills in the form of a page and sends it.</summary>
    public Task<HttpResponseMessage> PostAsync(string page, string words) => PostAsync(
        "/chat", ("FormId", FieldOf(page, "FormId")), ("__RequestVerificationToken", FieldOf(page, "__RequestVerificationToken")), ("Words", words));

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => _client.PostAsync(
        new Uri(_server, path),
        new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        TestContext.Current.CancellationToken);

    /// <summary>Asks, follows the redirect and returns the page.</summary>
    public async Task<string> AskAsync(string words)
    {
        using var response = await PostAsync(await PageAsync(), words);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/chat#newest", response.Headers.Location!.OriginalString);
        return await PageAsync();
    }

    public static string FieldOf(string page, string name) =>
        Regex.Match(page, $"name=\"{name}\"[^>]* value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>How often words stand on a page.</summary>
    public static int CountOf(string page, string words) => Regex.Count(page, Regex.Escape(words));

    public void Dispose() => _client.Dispose();
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>A retailer on the self-service pages, in a browser without JavaScript, signed in as retailers sign in.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private readonly HttpClientHandler _handler = new();
    private readonly HttpClient _client;
    private readonly Uri _server;

    public PageVisitor(Uri server)
    {
        _server = server;
        _client = new HttpClient(_handler);
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Signs in with the licence and the code that reaches the registered phone; ends on the home page.</summary>
    public async Task SignInAsync(string license, Func<Task<string>> codeAsync)
    {
        var (_, form) = await GetAsync("/sign-in");
        var (_, asked) = await PostAsync("/sign-in", form, ("license", license));
        var (address, _) = await PostAsync("/sign-in/code", asked, ("code", await codeAsync()));
        Assert.Equal("/", address.AbsolutePath);
    }

    /// <summary>A page, and the address that it was led to.</summary>
    public async Task<(Uri Address, string Page)> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(_server, path), Cancel);
        return await ReadAsync(response);
    }

    /// <summary>Asks in the chat and returns the answer.</summary>
    public async Task<string> AskAsync(string words)
    {
        var (_, form) = await GetAsync("/chat");
        var (_, page) = await PostAsync("/chat", form, ("FormId", ChatVisitor.FieldOf(form, "FormId")), ("Words", words));
        while (LinesOf(page)[^1].IsOwn)
        {
            await Task.Delay(50, Cancel);
            (_, page) = await GetAsync("/chat");
        }

        var lines = LinesOf(page);
        return string.Join('\n', lines.Skip(lines.FindLastIndex(line => line.IsOwn) + 1).Select(line => line.Words));
    }

    /// <summary>What the chat page shows, oldest first.</summary>
    public async Task<IReadOnlyList<PageLine>> ChatAsync() => LinesOf((await GetAsync("/chat")).Page);

    /// <summary>What the page's script is given to talk by Direct Line.</summary>
    public async Task<(string Conversation, string Token)> TokenAsync()
    {
        var (_, form) = await GetAsync("/chat");
        var (_, answer) = await PostAsync("/chat/token", form);
        var token = JsonSerializer.Deserialize<JsonElement>(answer);
        return (token.GetProperty("conversationId").GetString()!, token.GetProperty("token").GetString()!);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<(Uri Address, string Page)> PostAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        const string Proof = "__RequestVerificationToken";
        using var content = new FormUrlEncodedContent(
            fields.Append((Proof, ChatVisitor.FieldOf(form, Proof))).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var response = await _client.PostAsync(new Uri(_server, path), content, Cancel);
        return await ReadAsync(response);
    }

    private static async Task<(Uri Address, string Page)> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (response.RequestMessage!.RequestUri!, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static List<PageLine> LinesOf(string page) =>
    [
        .. Line().Matches(page).Select(line => new PageLine(
            line.Groups["who"].Value == "own", TextOf(line.Groups["channel"].Value), TextOf(line.Groups["words"].Value))),
    ];

    private static string TextOf(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(html, "\n"), "")).Trim();

    [GeneratedRegex("""<li class="chat-line chat-(?<who>own|bot)">\s*<p class="chat-meta">[^·]*· (?<channel>[^·]*) ·.*?<div class="chat-words">(?<words>.*?)</li>""", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("</(?:p|a|div)>")]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

/// <summary>A line of the chat page.</summary>
/// <param name="IsOwn">True for what the retailer said.</param>
/// <param name="Channel">Where it was said, in words.</param>
/// <param name="Words">What was said.</param>
internal sealed record PageLine(bool IsOwn, string Channel, string Words);

using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Playwright;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>One phone of the simulator in a browser page.</summary>
internal sealed class SimulatorPhone
{
    // WeChat refuses escaped Chinese, and so does its stand-in.
    private static readonly JsonSerializerOptions Literal = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _client;
    private readonly Uri _server;
    private string _openId = "";

    private SimulatorPhone(IPage page, HttpClient client, Uri server) => (Page, _client, _server) = (page, client, server);

    public IPage Page { get; }

    /// <summary>What the page complained of: script errors, refused or failed loads.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Answers => Page.Locator("#chat .theirs");

    /// <summary>Text messages that reached the phone.</summary>
    public ILocator Texts => Page.Locator("#sms-chat .theirs");

    public static async Task<SimulatorPhone> OpenAsync(IPage page, HttpClient client, Uri server, string who)
    {
        var phone = new SimulatorPhone(page, client, server);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                phone.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => phone.Complaints.Add(error);
        page.Request += (_, request) => phone.Remember(request.Url);
        await page.GotoAsync(new Uri(server, $"/simulator#{who}").AbsoluteUri);

        // The greeting that answers the follow.
        await phone.Answers.First.WaitForAsync();
        return phone;
    }

    /// <summary>Types words and returns what the account answers.</summary>
    public Task<string> AskAsync(string words) => AnswerToAsync(async () =>
    {
        await Page.GetByLabel("消息", new() { Exact = true }).FillAsync(words);
        await Page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
    });

    /// <summary>Puts the app for text messages in front.</summary>
    public Task OpenMessagesAsync() => Page.GetByRole(AriaRole.Tab, new() { Name = "短信" }).ClickAsync();

    /// <summary>Sends a text message and returns the words of the one that comes back.</summary>
    public Task<string> TextAsync(string words) => NextOfAsync(Texts, async () =>
    {
        await Page.GetByLabel("短信内容").FillAsync(words);
        await Page.GetByRole(AriaRole.Button, new() { Name = "发送短信" }).ClickAsync();
    });

    /// <summary>Does something and returns the next answer's words.</summary>
    public Task<string> AnswerToAsync(Func<Task> act) => NextOfAsync(Answers, act);

    private static async Task<string> NextOfAsync(ILocator list, Func<Task> act)
    {
        var before = await list.CountAsync();
        await act();
        var next = list.Nth(before);
        await next.WaitForAsync();
        return await next.InnerTextAsync();
    }

    /// <summary>Sends a customer-service message to this phone through the stand-in for WeChat's API.</summary>
    public async Task SendByApiAsync(object message)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var token = await PostAsync("stable_token", new
        {
            grant_type = "client_credential", appid = "wx0000000000000dev", secret = "development-only-secret",
        });
        var body = JsonSerializer.SerializeToNode(message)!;
        body["touser"] = _openId;
        var answer = await PostAsync($"message/custom/send?access_token={token.GetProperty("access_token").GetString()}", body);
        Assert.Equal(0, answer.GetProperty("errcode").GetInt32());

        async Task<JsonElement> PostAsync(string path, object json)
        {
            using var response = await _client.PostAsJsonAsync(
                new Uri(_server, $"/simulator/wechat-api/cgi-bin/{path}"), json, Literal, cancellationToken);
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
    }

    /// <summary>Keeps a picture of the page in <c>artifacts</c>, for people to look at.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(TestEnvironment.Root, "artifacts", $"{name}.png"),
    });

    private void Remember(string url)
    {
        if (url.Contains("/acts", StringComparison.Ordinal))
        {
            _openId = url.Split('/')[^2];
        }
    }
}

using System.Text.Json;
using System.Xml.Linq;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>
/// WeChat's server in secure mode, played by the npm package wechat-crypto: it encrypts and signs what we push, and opens
/// and checks what comes back.
/// </summary>
internal sealed class SecureWeChat(HttpClient client, Uri server)
{
    public const string AppId = "wx0000000000000dev";
    public const string Token = "developmentOnlyToken";
    public const string Key = "developmentOnlyKeyDevelopmentOnlyKeyDevelop";
    private const string Nonce = "1372623149";
    private const int Tries = 3;

    private static readonly TimeSpan TryLasts = TimeSpan.FromSeconds(5);

    private int _messages;

    /// <summary>Sends a text and returns the words of the answer in the same response.</summary>
    public async Task<string> SendAsync(string openId, string words, CancellationToken cancellationToken) =>
        (await PushAsync(openId, words, $"{openId}{++_messages}", cancellationToken)).Reply;

    /// <summary>Sends a text under a message id of the test's.</summary>
    public async Task<(string Reply, string Encrypted)> PushAsync(
        string openId, string words, string messageId, CancellationToken cancellationToken)
    {
        var at = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        var message = new XElement(
            "xml",
            new XElement("ToUserName", new XCData("gh_journey")),
            new XElement("FromUserName", new XCData(openId)),
            new XElement("CreateTime", at),
            new XElement("MsgType", new XCData("text")),
            new XElement("Content", new XCData(words)),
            new XElement("MsgId", messageId)).ToString(SaveOptions.DisableFormatting);
        var crypto = await CryptoAsync([new { message, timestamp = at, nonce = Nonce }], [], cancellationToken);
        var sealedPush = crypto.GetProperty("sealed")[0];
        var encrypted = sealedPush.GetProperty("encrypted").GetString()!;
        var envelope = new XElement("xml", new XElement("ToUserName", "gh_journey"), new XElement("Encrypt", new XCData(encrypted)));
        var uri = new Uri(server, $"/channels/wechat?signature=unused&timestamp={at}&nonce={Nonce}&openid={openId}&encrypt_type=aes&msg_signature={sealedPush.GetProperty("signature").GetString()}");

        var answer = await TryAsync(uri, envelope.ToString(SaveOptions.DisableFormatting), cancellationToken);
        return await OpenAsync(answer, openId, cancellationToken);
    }

    /// <summary>As WeChat: three tries of five seconds with the same query and body.</summary>
    private async Task<string> TryAsync(Uri uri, string body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(TryLasts);
            try
            {
                using var content = new StringContent(body);
                using var response = await client.PostAsync(uri, content, timeout.Token);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(timeout.Token);
            }
            catch (OperationCanceledException) when (attempt < Tries && !cancellationToken.IsCancellationRequested)
            {
                // WeChat hangs up and asks again.
            }
        }
    }

    private static async Task<(string Reply, string Encrypted)> OpenAsync(
        string body, string openId, CancellationToken cancellationToken)
    {
        var outer = XElement.Parse(body);
        string Field(string name) => outer.Element(name)!.Value;
        var crypto = await CryptoAsync(
            [], [new { encrypted = Field("Encrypt"), timestamp = Field("TimeStamp"), nonce = Field("Nonce") }], cancellationToken);
        var opened = crypto.GetProperty("opened")[0];
        Assert.Equal(Field("MsgSignature"), opened.GetProperty("signature").GetString());
        Assert.Equal(AppId, opened.GetProperty("id").GetString());
        var reply = XElement.Parse(opened.GetProperty("message").GetString()!);
        Assert.Equal(openId, reply.Element("ToUserName")!.Value);
        return (reply.Element("Content")?.Value ?? reply.ToString(), Field("Encrypt"));
    }

    private static Task<JsonElement> CryptoAsync(object[] encrypt, object[] open, CancellationToken cancellationToken) =>
        NodeScript.RunAsync("wechat-crypto.cjs", new { token = Token, key = Key, appId = AppId, encrypt, open }, cancellationToken);
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace ServiceBot.Journeys;

/// <summary>
/// Plays WeChat's server in plain mode as its documentation tells it: three tries of five seconds with the same query and
/// body; a 200 ends them.
/// </summary>
internal sealed class WeChatPlayer(HttpClient client, Uri server, string token)
{
    private const int Tries = 3;

    private static readonly TimeSpan TryLasts = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(300);

    /// <summary>Sends a text; returns whether it was acknowledged, and the words of the response if it had any.</summary>
    public async Task<(bool Accepted, string? Reply)> SendTextAsync(
        string openId, string messageId, string words, CancellationToken cancellationToken)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var uri = new Uri(server, $"/channels/wechat?signature={Sign($"{timestamp}", "nonce")}&timestamp={timestamp}&nonce=nonce&openid={openId}");
        var body = Text(openId, messageId, words, timestamp);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await TryAsync(uri, body, cancellationToken) is { } answer)
            {
                return (true, Words(answer));
            }

            await Task.Delay(BetweenTries, cancellationToken);
        }

        return (false, null);
    }

    private async Task<string?> TryAsync(Uri uri, string body, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TryLasts);
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "text/xml");
            using var response = await client.PostAsync(uri, content, timeout.Token);
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsStringAsync(timeout.Token) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private string Sign(string timestamp, string nonce)
    {
        var parts = new[] { token, timestamp, nonce };
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // WeChat's own choice of hash.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    private static string Text(string openId, string messageId, string words, long at) => new XElement(
        "xml",
        new XElement("ToUserName", new XCData("gh_journey")),
        new XElement("FromUserName", new XCData(openId)),
        new XElement("CreateTime", at),
        new XElement("MsgType", new XCData("text")),
        new XElement("Content", new XCData(words)),
        new XElement("MsgId", messageId)).ToString(SaveOptions.DisableFormatting);

    private static string? Words(string answer) =>
        answer is "success" or "" ? null : XElement.Parse(answer).Element("Content")?.Value;
}

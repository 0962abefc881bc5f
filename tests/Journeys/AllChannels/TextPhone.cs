using System.Net;
using System.Text.RegularExpressions;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>A phone that writes to the program by signed callbacks, and gets what the stand-in for Twilio's API takes for it.</summary>
/// <param name="client">Sends.</param>
/// <param name="server">The program.</param>
/// <param name="api">The stand-in.</param>
/// <param name="number">The phone's, eleven digits.</param>
internal sealed partial class TextPhone(HttpClient client, Uri server, FakeTwilioApi api, string number)
{
    private int _read;

    /// <summary>Writes something and returns the answer.</summary>
    public async Task<string> AskAsync(string words)
    {
        Assert.Empty(Unread());
        var status = await TwilioPost.SendAsync(client, server, "/channels/sms", MessageOf(words), api.AuthToken);
        Assert.Equal(HttpStatusCode.OK, status);
        return await NextAsync();
    }

    /// <summary>The verification code of the next message.</summary>
    public async Task<string> CodeAsync() => Code().Match(await NextAsync()).Value;

    private async Task<string> NextAsync()
    {
        List<FakeTwilioMessage> unread;
        while ((unread = Unread()).Count == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        _read++;
        return unread[0].Body;
    }

    private List<FakeTwilioMessage> Unread() => [.. api.Messages.Where(message => message.To == $"+86{number}").Skip(_read)];

    private Dictionary<string, string> MessageOf(string words) => new()
    {
        ["MessageSid"] = $"SM{Guid.NewGuid():N}", ["AccountSid"] = api.AccountSid, ["From"] = $"+86{number}",
        ["To"] = "+15005550001", ["Body"] = words, ["NumMedia"] = "0",
    };

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex Code();
}

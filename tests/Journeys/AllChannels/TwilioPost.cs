using System.Net;
using System.Security.Cryptography;
using System.Text;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>Twilio's requests to the program, signed as Twilio does.</summary>
internal static class TwilioPost
{
    /// <summary>The address that Twilio was told, without a slash at its end.</summary>
    public const string PublicBaseUrl = "https://bot.example.cn";

    /// <summary>Posts a form.</summary>
    /// <param name="client">Sends it.</param>
    /// <param name="server">The program.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="form">The fields.</param>
    /// <param name="token">What it is signed with.</param>
    public static async Task<HttpStatusCode> SendAsync(
        HttpClient client, Uri server, string target, IReadOnlyDictionary<string, string> form, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, target)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", Sign(token, PublicBaseUrl + target, form));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>The settings of an SMS channel whose API is a stand-in's.</summary>
    public static Dictionary<string, string> SettingsFor(FakeTwilioApi api) => new()
    {
        ["Channels__Sms__AccountSid"] = api.AccountSid,
        ["Channels__Sms__AuthToken"] = api.AuthToken,
        ["Channels__Sms__From"] = "+15005550001",
        ["Channels__Sms__ApiBaseUrl"] = api.BaseUrl.ToString(),
        ["Channels__Sms__PublicBaseUrl"] = PublicBaseUrl,
    };

    private static string Sign(string token, string url, IReadOnlyDictionary<string, string> form)
    {
        var fields = form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value);
#pragma warning disable CA5350 // The provider's algorithm, not ours to choose.
        return Convert.ToBase64String(HMACSHA1.HashData(
            Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(url + string.Concat(fields))));
#pragma warning restore CA5350
    }
}

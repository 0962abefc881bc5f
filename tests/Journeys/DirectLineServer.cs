using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceBot.Journeys;

/// <summary>A company's server beside the bot: it has the secret, makes tokens and reads and writes conversations.</summary>
internal sealed class DirectLineServer(HttpClient client, Uri bot, string secret)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A token for a new conversation of this user.</summary>
    public async Task<(string Conversation, string Token)> GenerateAsync(string user)
    {
        var json = await SendAsync(HttpMethod.Post, "tokens/generate", new { user = new { id = user } });
        return (json.GetProperty("conversationId").GetString()!, json.GetProperty("token").GetString()!);
    }

    /// <summary>Says something for the retailer, without waiting for the answer.</summary>
    public Task SayAsync(string conversation, string text) =>
        SendAsync(HttpMethod.Post, $"conversations/{conversation}/activities", new { type = "message", text, from = new { id = "server" } });

    /// <summary>Says something and waits for what is answered.</summary>
    public async Task<string> AskAsync(string conversation, string text)
    {
        var before = await MessagesAsync(conversation);
        await SayAsync(conversation, text);
        IReadOnlyList<string> after;
        while ((after = await MessagesAsync(conversation)).Count < before.Count + 2)
        {
            await Task.Delay(50, Cancel);
        }

        return string.Join('\n', after.Skip(before.Count + 1));
    }

    private async Task<IReadOnlyList<string>> MessagesAsync(string conversation)
    {
        var json = await SendAsync(HttpMethod.Get, $"conversations/{conversation}/activities", null);
        return [.. json.GetProperty("activities").EnumerateArray().Select(activity => activity.TryGetProperty("text", out var text) ? text.GetString()! : "")];
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(bot, $"/v3/directline/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await client.SendAsync(request, Cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>A client that talks by Direct Line with a token for one conversation.</summary>
internal sealed class DirectLineVisitor(HttpClient client, Uri server, string conversation, string token)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Says something and returns the answer: its texts, and the words and numbers on its cards.</summary>
    public async Task<string> AskAsync(string words)
    {
        var (_, watermark) = await ReadAsync("");
        await SendAsync(HttpMethod.Post, "", new { type = "message", text = words, from = new { id = conversation } });
        string answer;
        while ((answer = (await ReadAsync(watermark)).Said).Length == 0)
        {
            await Task.Delay(50, Cancel);
        }

        return answer;
    }

    private async Task<(string Said, string Watermark)> ReadAsync(string after)
    {
        var set = await SendAsync(HttpMethod.Get, $"?watermark={after}", null);
        var said = set.GetProperty("activities").EnumerateArray()
            .Where(activity => activity.GetProperty("from").TryGetProperty("role", out var role) && role.GetString() == "bot")
            .SelectMany(WordsOf);
        return (string.Join('\n', said), set.GetProperty("watermark").GetString()!);
    }

    private static IEnumerable<string> WordsOf(JsonElement activity)
    {
        var cards = activity.TryGetProperty("attachments", out var attachments) ? attachments.EnumerateArray().ToList() : [];
        var onCards = cards.Select(card => card.GetProperty("content")).SelectMany(content =>
            (string[])[FieldOf(content, "title"), FieldOf(content, "text"), .. NumbersOf(content)]);
        return [FieldOf(activity, "text"), .. onCards];
    }

    private static IEnumerable<string> NumbersOf(JsonElement card) =>
        card.TryGetProperty("buttons", out var buttons)
            ? buttons.EnumerateArray().Where(button => FieldOf(button, "type") == "call").Select(button => FieldOf(button, "title"))
            : [];

    private static string FieldOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private async Task<JsonElement> SendAsync(HttpMethod method, string query, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, $"/v3/directline/conversations/{conversation}/activities{query}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await client.SendAsync(request, Cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }
}

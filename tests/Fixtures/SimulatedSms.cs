using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceBot.Fixtures;

/// <summary>What reaches the simulator's phones by SMS in a running program.</summary>
public static partial class SimulatedSms
{
    /// <summary>Waits for a verification code that was sent after the message of the given number, whoever it is for.</summary>
    public static async Task<string> CodeAsync(HttpClient client, Uri server, CancellationToken cancellationToken, long after = 0)
    {
        while (true)
        {
            var setup = await client.GetFromJsonAsync<JsonElement>(new Uri(server, "/simulator/api/setup"), cancellationToken);
            if (setup.GetProperty("latestSms") is { ValueKind: JsonValueKind.Object } latest && latest.GetProperty("number").GetInt64() > after
                && Code().Match(latest.GetProperty("text").GetString()!) is { Success: true } match)
            {
                return match.Value;
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex Code();
}

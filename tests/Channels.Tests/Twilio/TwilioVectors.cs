using System.Text.Json;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.Twilio;

/// <summary>The published known answers beside this file.</summary>
internal static class TwilioVectors
{
    private static readonly Lazy<IReadOnlyList<JsonElement>> All = new(Load);

    public static IEnumerable<TheoryDataRow<string>> Ids(string kind) =>
        All.Value.Where(vector => Text(vector, "kind") == kind).Select(vector => new TheoryDataRow<string>(Text(vector, "id")));

    public static JsonElement Get(string id) => All.Value.Single(vector => Text(vector, "id") == id);

    public static string Input(this JsonElement vector, string name) => Text(vector.GetProperty("inputs"), name);

    /// <summary>The parameters; one with an array of values is one that was sent several times.</summary>
    public static List<KeyValuePair<string, string>> Fields(this JsonElement vector) =>
        [.. vector.GetProperty("inputs").TryGetProperty("params", out var fields)
            ? fields.EnumerateObject().SelectMany(field => field.Value.ValueKind == JsonValueKind.Array
                ? field.Value.EnumerateArray().Select(value => KeyValuePair.Create(field.Name, value.GetString()!))
                : [KeyValuePair.Create(field.Name, field.Value.GetString()!)])
            : []];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static List<JsonElement> Load()
    {
        var path = Path.Combine(TestEnvironment.Root, "tests", "Channels.Tests", "Twilio", "vectors.json");
        return [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)).GetProperty("vectors").EnumerateArray()];
    }
}

using System.Text.Json;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>The published known answers beside this file.</summary>
internal static class WeChatVectors
{
    private static readonly Lazy<IReadOnlyList<JsonElement>> All = new(Load);

    public static IEnumerable<TheoryDataRow<string>> Ids(string kind) =>
        All.Value.Where(vector => vector.Text("kind") == kind).Select(vector => new TheoryDataRow<string>(vector.Text("id")));

    public static JsonElement Get(string id) => All.Value.Single(vector => vector.Text("id") == id);

    public static string Input(this JsonElement vector, string name) => vector.GetProperty("inputs").Text(name);

    public static string Expected(this JsonElement vector, string name) => vector.GetProperty("expected").Text(name);

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static List<JsonElement> Load()
    {
        var path = Path.Combine(TestEnvironment.Root, "tests", "Channels.Tests", "WeChat", "vectors.json");
        return [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)).GetProperty("vectors").EnumerateArray()];
    }
}

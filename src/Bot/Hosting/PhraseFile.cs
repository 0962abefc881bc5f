using System.Text.Json;
using ServiceBot.Bot.Phrases;

namespace ServiceBot.Bot.Hosting;

/// <summary>Reads the phrase file.</summary>
internal static class PhraseFile
{
    /// <summary>The sentences of <c>phrases.zh-CN.json</c> in the configuration folder, checked.</summary>
    /// <exception cref="InvalidOperationException">The file is missing, is not a flat JSON object, or has faults.</exception>
    public static PhraseBook Load(string configFolder)
    {
        var path = Path.Combine(configFolder, "phrases.zh-CN.json");
        try
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path));
            return PhraseBook.Create(texts ?? []);
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw new InvalidOperationException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}

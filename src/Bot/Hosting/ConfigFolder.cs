namespace ServiceBot.Bot.Hosting;

/// <summary>Finds the <c>config</c> folder: in the current folder, beside the program, or above it (a checkout).</summary>
internal static class ConfigFolder
{
    private const string Name = "config";
    private const string Marker = "servicebot.json";

    /// <summary>The folder's full path.</summary>
    /// <exception cref="InvalidOperationException">There is none in any of the places.</exception>
    public static string Find()
    {
        var places = Above(Directory.GetCurrentDirectory()).Concat(Above(AppContext.BaseDirectory)).ToList();
        return places.Select(place => Path.Combine(place, Name)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, Marker)))
            ?? throw new InvalidOperationException(
                $"{Name}/{Marker} was not found in the current folder, beside the program, or above them.");
    }

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}

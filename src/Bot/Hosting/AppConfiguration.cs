using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Hosting;

/// <summary>
/// The settings in their order: <c>servicebot.json</c>, <c>servicebot.{Environment}.json</c>, environment variables, the command
/// line's addresses.
/// </summary>
internal static class AppConfiguration
{
    private const string MenuFile = "Channels:WeChat:MenuFile";

    /// <summary>Replaces the framework's own sources by ours.</summary>
    public static void UseConfigFolder(
        this IConfigurationManager configuration, string configFolder, string environment, string? urls = null)
    {
        configuration.Sources.Clear();
        configuration
            .SetBasePath(configFolder)
            .AddJsonFile("servicebot.json", optional: false, reloadOnChange: false)
            .AddJsonFile($"servicebot.{environment}.json", optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables();
        if (urls is not null)
        {
            configuration["urls"] = urls;
        }

        if (configuration.GetSection("Channels:WeChat").Exists())
        {
            var menu = configuration[MenuFile] ?? "config/wechat-menu.json";
            configuration[MenuFile] = Path.GetFullPath(menu, Path.GetDirectoryName(configFolder)!);
        }
    }

    /// <summary>A relative data directory is beside the <c>config</c> folder, wherever the command was typed.</summary>
    public static IServiceCollection AnchorDataDirectory(this IServiceCollection services, string configFolder) =>
        services.PostConfigure<StorageOptions>(storage =>
            storage.DataDirectory = Path.GetFullPath(storage.DataDirectory, Path.GetDirectoryName(configFolder)!));
}

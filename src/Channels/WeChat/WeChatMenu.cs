using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.WeChat;

/// <summary>Gives the official account its menu, from the file that <c>Channels:WeChat:MenuFile</c> names.</summary>
public sealed class WeChatMenu
{
    private readonly WeChatApiClient _api;
    private readonly WeChatOptions _options;

    internal WeChatMenu(WeChatApiClient api, IOptions<WeChatOptions> options) =>
        (_api, _options) = (api, options.Value);

    /// <summary>
    /// Reads the file, checks it against WeChat's limits and sends it. Followers see it when they next open the
    /// account, five minutes later at most.
    /// </summary>
    /// <returns>What stands in the way, each fault with its place and remedy; empty when the menu is set.</returns>
    public async Task<IReadOnlyList<string>> CreateAsync(CancellationToken cancellationToken)
    {
        var path = Locate(_options.MenuFile);
        if (path is null)
        {
            return [$"{_options.MenuFile} was not found. Set {WeChatOptions.Section}:MenuFile to the menu's file."];
        }

        WeChatMenuFile? menu;
        try
        {
            menu = JsonSerializer.Deserialize<WeChatMenuFile>(
                await File.ReadAllBytesAsync(path, cancellationToken), WeChatMenuFile.Options);
        }
        catch (JsonException exception)
        {
            return [$"{path}: {exception.Message}"];
        }

        var faults = WeChatMenuRules.Check(menu).Select(fault => $"{path}: {fault}").ToList();
        return faults.Count > 0 ? faults : await SendAsync(menu!, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> SendAsync(WeChatMenuFile menu, CancellationToken cancellationToken) =>
        await _api.PostAsync("/cgi-bin/menu/create", WeChatJson.Write(menu), cancellationToken) switch
        {
            WeChatApiOutcome.Done => [],
            WeChatApiOutcome.Refused refused =>
                [$"WeChat refused the menu with {refused.Code}: {refused.Detail} {WeChatErrors.RemedyOf(refused.Code)}".TrimEnd()],
            var other => [$"WeChat was not reached at {_options.ApiBaseUrl}: {other}. Try again."],
        };

    /// <summary>The file in the current folder or beside the program; null when it is in neither.</summary>
    internal static string? Locate(string path) =>
        new[] { path, Path.Combine(AppContext.BaseDirectory, path) }.FirstOrDefault(File.Exists);
}

using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>The menu that phones show: the one last created by API, else the one of the menu's file.</summary>
internal sealed class StandInMenu(IOptions<WeChatOptions> options)
{
    private volatile WeChatMenuFile? _created;

    /// <summary>Takes a menu within WeChat's limits.</summary>
    public StandInError? TryReplace(JsonElement request)
    {
        WeChatMenuFile? menu;
        try
        {
            menu = request.Deserialize<WeChatMenuFile>();
        }
        catch (JsonException)
        {
            return StandInErrors.NotJson;
        }

        if (WeChatMenuRules.Check(menu).FirstOrDefault() is { } fault)
        {
            return StandInErrors.WrongMenu(fault);
        }

        _created = menu;
        return null;
    }

    /// <summary>The menu's buttons; none when there is no menu.</summary>
    public async Task<IReadOnlyList<PhoneButton>> ButtonsAsync(CancellationToken cancellationToken) =>
        ButtonsOf((_created ?? await ReadAsync(cancellationToken))?.Buttons);

    private async Task<WeChatMenuFile?> ReadAsync(CancellationToken cancellationToken)
    {
        if (WeChatMenu.Locate(options.Value.MenuFile) is not { } path)
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<WeChatMenuFile>(file, WeChatMenuFile.Options, cancellationToken);
    }

    private static List<PhoneButton> ButtonsOf(IReadOnlyList<WeChatMenuButton>? buttons) =>
        (buttons ?? []).Select(button => new PhoneButton(
            button.Name ?? "", button.Type, button.Key, button.Url, ButtonsOf(button.Buttons))).ToList();
}

/// <summary>A button of the account's menu; one with buttons of its own opens them and has no type.</summary>
public sealed record PhoneButton(string Name, string? Type, string? Key, string? Url, IReadOnlyList<PhoneButton> Buttons);

using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>The main menu: which key asks what, and how that is said.</summary>
internal sealed class CallMenu(IOptions<VoiceOptions> options, CallPrompts prompts)
{
    /// <summary>Back to the main menu, everywhere.</summary>
    public const string MenuKey = "0";

    /// <summary>Most choices, so that 9 and 0 keep their meaning.</summary>
    public const int MostChoices = 8;

    /// <summary>The keys that tell the last answer again, everywhere.</summary>
    public static bool IsAgain(string keys) => keys is "9" or "*";

    /// <summary>The intent's label behind a key; null for a key that is none of the menu's.</summary>
    public string? IntentOf(string key) => Items().FirstOrDefault(item => item.Key == key).Value;

    /// <summary>The menu as it is said.</summary>
    public IEnumerable<CallAct> Say() =>
        Items().SelectMany(item => Press(prompts.MenuItems[item.Value], item.Key)).Concat(SpokenActs.Of(prompts.Again));

    /// <summary>One line of a menu.</summary>
    public IEnumerable<CallAct> Press(string what, string key) => SpokenActs.Of(prompts.Press
        .Replace("{what}", what, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal));

    // An empty value in the settings takes a key of the default menu away.
    private IEnumerable<KeyValuePair<string, string>> Items() =>
        options.Value.Menu.Where(item => item.Value.Length > 0).OrderBy(item => item.Key, StringComparer.Ordinal);
}

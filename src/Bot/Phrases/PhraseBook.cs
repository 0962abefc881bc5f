using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Phrases;

/// <summary>Every sentence the bot may say, read from <c>config/phrases.zh-CN.json</c> and checked before it is used.</summary>
internal sealed partial class PhraseBook
{
    private readonly FrozenDictionary<string, string> _texts;

    private PhraseBook(FrozenDictionary<string, string> texts) => _texts = texts;

    /// <summary>Checks the texts against <see cref="Sentences"/>.</summary>
    /// <param name="texts">Key to text; slots are written <c>{name}</c>.</param>
    /// <exception cref="InvalidOperationException">One message that names every fault.</exception>
    public static PhraseBook Create(IReadOnlyDictionary<string, string> texts)
    {
        var faults = Sentences.All.SelectMany(phrase => FaultsOf(phrase, texts))
            .Concat(texts.Keys.Except(Sentences.All.Select(phrase => phrase.Key)).Select(key => $"{key}: no such phrase"))
            .ToList();
        return faults.Count == 0
            ? new PhraseBook(texts.ToFrozenDictionary())
            : throw new InvalidOperationException($"The phrase file has faults:\n  {string.Join("\n  ", faults)}");
    }

    /// <summary>The sentence with its slots filled. Numbers are written plainly, without culture.</summary>
    public string Say(Phrase phrase, params (string Slot, object? Value)[] values)
    {
        var text = _texts[phrase.Key];
        foreach (var (slot, value) in values)
        {
            text = text.Replace($"{{{slot}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The sentence as a reply's part.</summary>
    public ReplyPart.Text Part(Phrase phrase, params (string Slot, object? Value)[] values) => new(Say(phrase, values));

    private static IEnumerable<string> FaultsOf(Phrase phrase, IReadOnlyDictionary<string, string> texts)
    {
        if (!texts.TryGetValue(phrase.Key, out var text) || string.IsNullOrWhiteSpace(text))
        {
            return [$"{phrase.Key}: missing"];
        }

        return Slot().Matches(text)
            .Select(match => match.Groups[1].Value)
            .Except(phrase.Slots)
            .Select(slot => $"{phrase.Key}: unknown slot {{{slot}}}; it may use {string.Join(", ", phrase.Slots)}");
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}

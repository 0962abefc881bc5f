using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Phrases;

/// <summary>
/// Every sentence the bot may say, read from <c>config/phrases.zh-CN.json</c> and checked before it is used. A text whose key
/// begins with a channel's name, such as <c>sms.supply.answer</c>, is said there in place of <c>supply.answer</c>: shorter
/// where characters are counted, spoken where it is heard.
/// </summary>
internal sealed partial class PhraseBook
{
    private static readonly string[] Channels = [ChannelNames.Sms, ChannelNames.Voice];

    private readonly FrozenDictionary<string, string> _texts;
    private readonly FrozenDictionary<string, PhraseBook> _ofChannels;

    private PhraseBook(IReadOnlyDictionary<string, string> texts, params IEnumerable<string> channels)
    {
        _texts = texts.ToFrozenDictionary();
        _ofChannels = channels.ToFrozenDictionary(channel => channel, channel => new PhraseBook(SaidOn(channel, texts)));
    }

    /// <summary>Checks the texts against <see cref="Sentences"/>.</summary>
    /// <param name="texts">Key to text; slots are written <c>{name}</c>.</param>
    /// <exception cref="InvalidOperationException">One message that names every fault.</exception>
    public static PhraseBook Create(IReadOnlyDictionary<string, string> texts)
    {
        var known = Sentences.All.Concat(Sentences.All.SelectMany(OnChannels).Where(phrase => texts.ContainsKey(phrase.Key)))
            .DistinctBy(phrase => phrase.Key)
            .ToList();
        var faults = known.SelectMany(phrase => FaultsOf(phrase, texts))
            .Concat(texts.Keys.Except(known.Select(phrase => phrase.Key)).Select(key => $"{key}: no such phrase"))
            .ToList();
        return faults.Count == 0
            ? new PhraseBook(texts, Channels)
            : throw new InvalidOperationException($"The phrase file has faults:\n  {string.Join("\n  ", faults)}");
    }

    /// <summary>The sentences as they are said on a channel.</summary>
    public PhraseBook For(string channel) => _ofChannels.GetValueOrDefault(channel, this);

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

    private static IEnumerable<Phrase> OnChannels(Phrase phrase) =>
        Channels.Select(channel => phrase with { Key = $"{channel}.{phrase.Key}" });

    private static Dictionary<string, string> SaidOn(string channel, IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => texts.GetValueOrDefault($"{channel}.{text.Key}", text.Value));

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

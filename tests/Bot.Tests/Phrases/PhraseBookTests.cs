using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Phrases;

public sealed class PhraseBookTests
{
    [Fact]
    public void Create_names_every_fault_at_once()
    {
        var texts = Sentences.All.ToDictionary(phrase => phrase.Key, _ => "好");
        texts.Remove("thanks");
        texts["goodbye"] = "  ";
        texts["greeting.retailer"] = "您好 {name}";
        texts["no.such"] = "好";
        texts["sms.no.such"] = "好";
        texts["voice.bind.done"] = "{shop} {none}";

        var message = Assert.Throws<InvalidOperationException>(() => PhraseBook.Create(texts)).Message;

        Assert.Contains("thanks: missing", message, StringComparison.Ordinal);
        Assert.Contains("goodbye: missing", message, StringComparison.Ordinal);
        Assert.Contains("greeting.retailer: unknown slot {name}; it may use shop", message, StringComparison.Ordinal);
        Assert.Contains("  no.such: no such phrase", message, StringComparison.Ordinal);
        Assert.Contains("sms.no.such: no such phrase", message, StringComparison.Ordinal);
        Assert.Contains("voice.bind.done: unknown slot {none}; it may use shop, tier", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_fills_the_slots_without_culture()
    {
        var texts = Sentences.All.ToDictionary(phrase => phrase.Key, _ => "好");
        texts["choose.inRange"] = "1 到 {count}";

        Assert.Equal("1 到 1234.5", PhraseBook.Create(texts).Say(Sentences.ChooseInRange, ("count", 1234.5m)));
    }

    [Fact]
    public void For_says_the_channels_own_wording_and_else_the_usual_one()
    {
        var texts = Sentences.All.ToDictionary(phrase => phrase.Key, phrase => phrase.Key);
        texts["sms.thanks"] = "短";
        var book = PhraseBook.Create(texts);

        Assert.Equal(
            ("短", "thanks", "thanks", "goodbye"),
            (book.For(ChannelNames.Sms).Say(Sentences.Thanks), book.For(ChannelNames.Voice).Say(Sentences.Thanks),
            book.Say(Sentences.Thanks), book.For(ChannelNames.Sms).Say(Sentences.Goodbye)));
    }

    [Fact]
    public void Keys_are_unique() =>
        Assert.Equal(Sentences.All.Count, Sentences.All.Select(phrase => phrase.Key).Distinct().Count());
}

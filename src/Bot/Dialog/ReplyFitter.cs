using System.Text;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog;

/// <summary>Cuts an answer to what its channel takes at once; the rest comes when the retailer asks for more.</summary>
internal sealed class ReplyFitter(PhraseBook phrases)
{
    // What was asked for may be longer: four SMS segments instead of two.
    private const int LongerWhenAskedFor = 2;

    /// <summary>The decision's reply as far as it fits, with what is expected next, and all the rest or null.</summary>
    public (Reply? Reply, string? More) Fit(Decision decision, Conversation before)
    {
        if (decision.Reply is not { } whole)
        {
            return (null, decision.More);
        }

        var reply = whole with { Expects = Expecting.After(decision, before) };
        return ChannelLimits.Of(before.Key.Channel).MaxCharacters is { } most
            ? Cut(reply, decision.More, decision.AskedForMore ? most * LongerWhenAskedFor : most)
            : (reply, decision.More);
    }

    private (Reply Reply, string? More) Cut(Reply reply, string? more, int most)
    {
        var text = Wording.Lines(reply.ToPlainText(), more);
        if (text.Length <= most)
        {
            return (reply with { Parts = [new ReplyPart.Text(text)] }, null);
        }

        var hint = "\n" + phrases.Say(Sentences.MoreHint);
        var (first, left) = Split(text, most - hint.Length);
        return (reply with { Parts = [new ReplyPart.Text(first + hint)] }, left);
    }

    /// <summary>Splits at the last line end that fits; a first line that is too long by itself is cut inside.</summary>
    private static (string First, string Left) Split(string text, int most)
    {
        var first = new StringBuilder();
        var lines = text.Split('\n');
        var taken = 0;
        while (taken < lines.Length && first.Length + (taken == 0 ? 0 : 1) + lines[taken].Length <= most)
        {
            first.Append(taken == 0 ? "" : "\n").Append(lines[taken++]);
        }

        if (taken > 0)
        {
            return (first.ToString(), string.Join('\n', lines[taken..]));
        }

        var cut = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return (text[..cut], text[cut..]);
    }
}

using System.Text;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog;

/// <summary>Cuts an answer to what its channel takes at once; the rest comes when the retailer asks for more.</summary>
internal sealed class ReplyFitter(PhraseBook phrases)
{
    /// <summary>The part that fits, and the rest or null.</summary>
    public (Reply Reply, string? More) Fit(Reply reply, string channel)
    {
        if (ChannelLimits.Of(channel).MaxCharacters is not { } most)
        {
            return (reply, null);
        }

        var text = reply.ToPlainText();
        if (text.Length <= most)
        {
            return (Reply.OfText(text), null);
        }

        var hint = "\n" + phrases.Say(Sentences.MoreHint);
        var (first, left) = Split(text, most - hint.Length);
        return (Reply.OfText(first + hint), left);
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

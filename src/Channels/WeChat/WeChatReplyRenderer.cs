using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>A reply's first message for WeChat's own response.</summary>
/// <param name="Message">The message.</param>
/// <param name="Covers">How many of the reply's rendered messages it holds.</param>
/// <param name="Complete">True when that is all of them.</param>
internal sealed record WeChatPassiveMessage(WeChatMessage Message, int Covers, bool Complete);

/// <summary>
/// Renders a reply within WeChat's limits. The messages of <see cref="Render"/> are the ones that are counted, by both
/// ways out: what the passive response held is left out of what the API sends.
/// </summary>
internal sealed class WeChatReplyRenderer(IOptions<WeChatOptions> options)
{
    /// <summary>Longest text, in UTF-8 bytes.</summary>
    public const int LongestText = 2048;

    private const int MostArticles = 8;

    private readonly WeChatOptions _options = options.Value;

    /// <summary>
    /// The reply as API messages. Texts, choices and lists of cards in a row become one text as far as they fit: each
    /// message costs one of the few that a retailer's message earns. A single card with a picture is news.
    /// </summary>
    public IReadOnlyList<WeChatMessage> Render(Reply reply)
    {
        var messages = new List<WeChatMessage>();
        var run = new List<ReplyPart>();
        foreach (var part in reply.Parts)
        {
            if (NewsOf(part) is { Articles.Count: 1 } news)
            {
                Flush(run, messages);
                messages.Add(news);
                continue;
            }

            run.Add(part);
            if (IsLeadingGallery(reply, part))
            {
                Flush(run, messages);
            }
        }

        Flush(run, messages);
        return messages;
    }

    /// <summary>The first message for the response to what the retailer did; null when there is nothing to say.</summary>
    public WeChatPassiveMessage? RenderPassive(Reply reply, ContactKind answered)
    {
        var messages = Render(reply);
        if (messages.Count == 0)
        {
            return null;
        }

        // Only an event may be answered with several articles; of more, WeChat drops all but the first.
        return answered != ContactKind.Message && IsLeadingGallery(reply, reply.Parts[0])
            ? Gallery(reply, messages.Count)
            : JoinTexts(messages);
    }

    private WeChatPassiveMessage Gallery(Reply reply, int messages)
    {
        var covers = Render(new Reply([reply.Parts[0]])).Count;
        return new WeChatPassiveMessage(NewsOf(reply.Parts[0])!, covers, covers == messages);
    }

    private static WeChatPassiveMessage JoinTexts(IReadOnlyList<WeChatMessage> messages)
    {
        if (messages[0] is WeChatMessage.News)
        {
            return new WeChatPassiveMessage(messages[0], 1, messages.Count == 1);
        }

        var text = messages[0].ToText();
        var covers = 1;
        while (covers < messages.Count && messages[covers] is not WeChatMessage.News
            && WeChatTextSplitter.Fits($"{text}\n{messages[covers].ToText()}", LongestText))
        {
            text = $"{text}\n{messages[covers++].ToText()}";
        }

        return new WeChatPassiveMessage(new WeChatMessage.Text(text), covers, covers == messages.Count);
    }

    private bool IsLeadingGallery(Reply reply, ReplyPart part) =>
        ReferenceEquals(reply.Parts[0], part) && NewsOf(part) is { Articles.Count: > 1 and <= MostArticles };

    private void Flush(List<ReplyPart> run, List<WeChatMessage> messages)
    {
        var text = WeChatText.Clean(string.Join("\n", run.Select(PlainText).Where(text => text.Length > 0)));
        if (run is [ReplyPart.Choices choices] && WeChatTextSplitter.Fits(text, LongestText))
        {
            messages.Add(new WeChatMessage.Menu(choices, text));
        }
        else
        {
            messages.AddRange(WeChatTextSplitter.Split(text, LongestText).Select(piece => new WeChatMessage.Text(piece)));
        }

        run.Clear();
    }

    private string PlainText(ReplyPart part) => part is ReplyPart.Choices choices && _options.ChoiceLinks
        ? WeChatChoiceLinks.Render(choices)
        : part.ToPlainText().Trim('\n');

    /// <summary>News needs a picture in every article; without one the cards are better read as text.</summary>
    private WeChatMessage.News? NewsOf(ReplyPart part)
    {
        if (part is not ReplyPart.Cards { Items.Count: > 0 } cards)
        {
            return null;
        }

        var articles = cards.Items.Select(ArticleOf).ToList();
        return articles.TrueForAll(article => article.PictureUrl.Length > 0)
            ? new WeChatMessage.News(articles, WeChatText.Clean(cards.ToPlainText()))
            : null;
    }

    private WeChatArticle ArticleOf(Card card) => new(
        WeChatText.Clean(card.Title), WeChatText.Clean(card.Description), Complete(card.PicturePath), Complete(card.LinkPath));

    private string Complete(string? path) => path switch
    {
        null or "" => "",
        ['/', ..] => _options.PublicBaseUrl is { } address ? new Uri(address, path).AbsoluteUri : "",
        _ => path,
    };
}

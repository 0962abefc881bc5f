using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>One message as WeChat can carry it. Every case has a text form of at most 2048 bytes.</summary>
internal abstract record WeChatMessage
{
    private WeChatMessage()
    {
    }

    /// <summary>The message as text.</summary>
    public abstract string ToText();

    /// <summary>Words; <c>&lt;a href&gt;</c> links work.</summary>
    public sealed record Text(string Content) : WeChatMessage
    {
        /// <inheritdoc/>
        public override string ToText() => Content;
    }

    /// <summary>Numbered choices, which the API can make tappable.</summary>
    public sealed record Menu(ReplyPart.Choices Choices, string Content) : WeChatMessage
    {
        /// <inheritdoc/>
        public override string ToText() => Content;
    }

    /// <summary>Picture articles: one by API and in answer to a message, up to eight in answer to an event.</summary>
    public sealed record News(IReadOnlyList<WeChatArticle> Articles, string Content) : WeChatMessage
    {
        /// <inheritdoc/>
        public override string ToText() => Content;
    }
}

/// <summary>One article; addresses are absolute or empty.</summary>
internal sealed record WeChatArticle(string Title, string Description, string PictureUrl, string Url);

using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.Chat;

/// <summary>A page of the chat.</summary>
/// <param name="Lines">What was said, oldest first.</param>
/// <param name="Choices">What the last answer offers to tap.</param>
/// <param name="Older">Where the page before this one ends (Unix milliseconds); null when there is none.</param>
/// <param name="Waits">True when the last question is not answered yet.</param>
/// <param name="Watermark">The last event of the visitor's own conversation that the page knows.</param>
internal sealed record ChatView(
    IReadOnlyList<ChatLine> Lines, IReadOnlyList<string> Choices, long? Older, bool Waits, long Watermark);

/// <summary>One thing that was said, ready to be printed.</summary>
/// <param name="IsOwn">True for the retailer's own words.</param>
/// <param name="Channel">The channel, as people call it.</param>
/// <param name="At">When.</param>
/// <param name="Parts">The words and what else it shows.</param>
/// <param name="Photos">Addresses of the photos that came with it.</param>
internal sealed record ChatLine(
    bool IsOwn, string Channel, DateTimeOffset At, IReadOnlyList<ReplyPart> Parts, IReadOnlyList<string> Photos);

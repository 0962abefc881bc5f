using System.Text.Json;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>A reply as activities, one a part. Buttons vanish with the next message, so their words stand in the text too.</summary>
internal static class DirectLineRenderer
{
    private const string HeroCard = "application/vnd.microsoft.card.hero";

    /// <summary>The bot as a sender.</summary>
    public static DirectLineAccount Bot { get; } = new() { Id = "servicebot", Role = "bot" };

    /// <summary>The reply's activities, without ids and times.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="person">Who says it; null for the bot.</param>
    /// <param name="baseUrl">Completes addresses that begin with a slash.</param>
    public static IReadOnlyList<DirectLineActivity> Render(Reply reply, string? person, string baseUrl)
    {
        var activities = reply.Parts.Select(part => Render(part, baseUrl) with
        {
            Type = "message",
            From = person is null ? Bot : new DirectLineAccount { Id = "person", Name = person, Role = "bot" },
            TextFormat = "plain",
            InputHint = reply.Expects == Expects.Anything ? "acceptingInput" : "expectingInput",
        }).ToList();
        if (activities.Count > 0)
        {
            activities[^1] = activities[^1] with { SuggestedActions = Suggest(reply) };
        }

        return activities;
    }

    private static DirectLineActivity Render(ReplyPart part, string baseUrl) => part switch
    {
        ReplyPart.Cards cards => new()
        {
            Attachments = [.. cards.Items.Select(card => Hero(card, baseUrl))],
            AttachmentLayout = cards.Items.Count > 1 ? "carousel" : "list",
        },
        ReplyPart.Call call => new() { Attachments = [Hero(call)] },
        _ => new() { Text = part.ToPlainText() },
    };

    /// <summary>Clients show the buttons of the last message only.</summary>
    private static DirectLineSuggestions? Suggest(Reply reply)
    {
        var actions = reply.Parts.OfType<ReplyPart.Choices>()
            .SelectMany(choices => choices.Items)
            .Select(choice => new DirectLineAction("imBack", choice.Label, choice.Label))
            .ToList();
        return actions.Count > 0 ? new DirectLineSuggestions(actions) : null;
    }

    private static DirectLineAttachment Hero(Card card, string baseUrl) => Hero(new DirectLineCard
    {
        Title = card.Title,
        Text = card.Description.Length > 0 ? card.Description : null,
        Images = card.PicturePath is { Length: > 0 } picture ? [new(DirectLineLinks.Absolute(baseUrl, picture))] : null,
        Buttons = card.LinkPath is { Length: > 0 } link
            ? [new("openUrl", card.Title, DirectLineLinks.Absolute(baseUrl, link))]
            : null,
    });

    private static DirectLineAttachment Hero(ReplyPart.Call call) => Hero(new DirectLineCard
    {
        Title = call.Name,
        Buttons = [new("call", call.Number, $"tel:{call.Number}")],
    });

    private static DirectLineAttachment Hero(DirectLineCard card) => new()
    {
        ContentType = HeroCard,
        Content = JsonSerializer.SerializeToElement(card, DirectLineJson.Wire.DirectLineCard),
    };
}

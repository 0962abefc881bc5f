using Microsoft.Playwright;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>The chat in one browser page.</summary>
internal sealed class ChatPhone
{
    private ChatPhone(IPage page, ChatVisitor visitor) => (Page, Visitor) = (page, visitor);

    public IPage Page { get; }

    /// <summary>The same visitor in a browser without JavaScript.</summary>
    public ChatVisitor Visitor { get; }

    /// <summary>What the page complained of: script errors, failed loads, and what its content policy refused.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Answers => Page.Locator("#chat-log .chat-bot");

    public ILocator Own => Page.Locator("#chat-log .chat-own");

    public ILocator Choices => Page.Locator("#chat-choices button");

    public ILocator Words => Page.Locator("#chat-words");

    public ILocator State => Page.Locator("#chat-state");

    public static async Task<ChatPhone> OpenAsync(IPage page, Uri server, ChatVisitor visitor)
    {
        var phone = new ChatPhone(page, visitor);
        page.Console += (_, message) =>
        {
            // The frame around the chat has tests of its own.
            var isOfChat = !message.Location.Contains("favicon.ico", StringComparison.Ordinal)
                && !message.Location.Contains("self-service.css", StringComparison.Ordinal);
            if (message.Type is "error" && isOfChat && !message.Text.Contains("ERR_CONNECTION", StringComparison.Ordinal))
            {
                phone.Complaints.Add($"{message.Location} {message.Text}");
            }
        };
        page.PageError += (_, error) => phone.Complaints.Add(error);
        var connected = page.WaitForWebSocketAsync();
        await page.GotoAsync(new Uri(server, "/chat").AbsoluteUri);
        await connected;
        return phone;
    }

    /// <summary>Types words, sends them by key and returns the answer.</summary>
    public Task<string> AskAsync(string words) => AnswerToAsync(async () =>
    {
        await Words.FillAsync(words);
        await Words.PressAsync("Enter");
    });

    /// <summary>Does something and returns the next answer's words.</summary>
    public async Task<string> AnswerToAsync(Func<Task> act)
    {
        var before = await Answers.CountAsync();
        await act();
        var answer = Answers.Nth(before);
        await answer.WaitForAsync();
        return await answer.InnerTextAsync();
    }

    /// <summary>Keeps a picture of the page in <c>artifacts</c>, for people to look at.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(TestEnvironment.Root, "artifacts", $"{name}.png"),
    });
}

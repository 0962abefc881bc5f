using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.SelfService.Chat;

namespace ServiceBot.Bot.SelfService.Pages;

/// <summary>The web chat: a form and what was said; a script makes it live where there is one.</summary>
[Authorize(AuthenticationSchemes = Visitor.Scheme)]
[RequestSizeLimit(64 * 1024)]
[ResponseCache(NoStore = true)]
internal sealed class ChatModel(ChatRoom room, ChatPhotos photos, PhraseBook phrases) : PageModel
{
    /// <summary>Unix milliseconds: shows what was said before; null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>The question.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Made with the form, so that a double click asks once.</summary>
    [BindProperty]
    public Guid FormId { get; set; }

    /// <summary>What was said.</summary>
    public ChatView View { get; private set; } = new([], [], null, false, 0);

    /// <summary>What is wrong with the question, in words; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>True when a script may take over.</summary>
    public bool IsLive => room.IsLive && Before is null;

    private Visitor Visitor => Visitor.Of(User);

    /// <summary>Shows the thread.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // What is not a time, or none, is the newest.
        Before = Before > 0 ? Before : null;
        FormId = Guid.NewGuid();
        View = await room.ReadAsync(Visitor, Before, cancellationToken);
    }

    /// <summary>Asks, and shows the thread with the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var words = (Words ?? "").Trim();
        Fault = words.Length == 0 ? phrases.Say(Sentences.ChatEmpty)
            : words.Length > ChatRoom.MostCharacters ? phrases.Say(Sentences.ChatTooLong, ("most", ChatRoom.MostCharacters))
            : null;
        if (Fault is not null)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }

        await room.AskAsync(Visitor, FormId == Guid.Empty ? Guid.NewGuid() : FormId, words, cancellationToken);
        return Redirect("/chat#newest");
    }

    /// <summary>A token for the script; 404 when Direct Line is off.</summary>
    public async Task<IActionResult> OnPostTokenAsync(CancellationToken cancellationToken) =>
        await room.OpenAsync(Visitor, cancellationToken) is { } token
            ? new JsonResult(new { token = token.Token, expiresIn = (int)token.ExpiresIn.TotalSeconds, conversationId = Visitor.ChatId })
            : NotFound();

    /// <summary>A photo of the thread.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(string? key, CancellationToken cancellationToken)
    {
        if (await photos.ReadAsync(Visitor, key ?? "", cancellationToken) is not { } photo)
        {
            return NotFound();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        return File(photo.Bytes.ToArray(), photo.ContentType);
    }
}

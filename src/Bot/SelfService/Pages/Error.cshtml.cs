using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ServiceBot.Bot.Phrases;

namespace ServiceBot.Bot.SelfService.Pages;

/// <summary>What went wrong, in words and with the next step. Shown in place of the page, with its status.</summary>
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
internal sealed class ErrorPage(PhraseBook phrases) : PageModel
{
    /// <summary>What happened.</summary>
    public string Title => phrases.Say(Heading());

    /// <summary>What to do.</summary>
    public string Words => phrases.Say(Sentence());

    /// <summary>Nobody comes here by themselves.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Result = NotFound();
        }
    }

    private Phrase Heading() => Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Sentences.ErrorNotFoundTitle,
        StatusCodes.Status429TooManyRequests => Sentences.ErrorTooManyTitle,
        >= StatusCodes.Status500InternalServerError => Sentences.ErrorOursTitle,
        _ => Sentences.ErrorRequestTitle,
    };

    private Phrase Sentence() => Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Sentences.ErrorNotFound,
        StatusCodes.Status413PayloadTooLarge => Sentences.ErrorTooLarge,
        StatusCodes.Status429TooManyRequests => Sentences.ErrorTooMany,
        >= StatusCodes.Status500InternalServerError => Sentences.ErrorOurs,
        _ => Sentences.ErrorRequest,
    };
}

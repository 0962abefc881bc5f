using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ServiceBot.Bot.SelfService.Complaints;

/// <summary>
/// Refuses a form that says it is larger, before it is read: 413. Left to the limit alone, the reading of the form token
/// would run into it and say 400, as of a forged form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestFormAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Most bytes.</summary>
    public long Bytes => bytes;

    /// <summary>Before the form's token is checked.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > bytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}

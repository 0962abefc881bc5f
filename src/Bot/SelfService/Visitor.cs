using System.Security.Claims;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService;

/// <summary>Who is signed in to the self-service pages. Everything a page shows is of this licence and of no other.</summary>
/// <param name="License">The retailer.</param>
/// <param name="Holder">The mark of who held the licence at sign-in (<see cref="Binding.Holder"/>).</param>
/// <param name="ChatId">The session's own web chat.</param>
internal sealed record Visitor(LicenseNumber License, string Holder, string ChatId)
{
    /// <summary>The authentication scheme of the self-service pages.</summary>
    public const string Scheme = "self-service";

    private const string HolderClaim = "holder";
    private const string ChatClaim = "chat";

    /// <summary>The visitor of a principal that the scheme made.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot to ask for it.</exception>
    public static Visitor Of(ClaimsPrincipal principal) => new(
        LicenseNumber.Parse(Require(principal, ClaimTypes.NameIdentifier)),
        Require(principal, HolderClaim),
        Require(principal, ChatClaim));

    /// <summary>The principal for this visitor.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, License.Value), new(HolderClaim, Holder), new(ChatClaim, ChatId)], Scheme));

    private static string Require(ClaimsPrincipal principal, string claim) =>
        principal.FindFirst(claim)?.Value ?? throw new InvalidOperationException("Nobody is signed in to the self-service pages.");
}

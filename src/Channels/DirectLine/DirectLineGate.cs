using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Who calls, by the Authorization header, and whether they may.</summary>
internal sealed class DirectLineGate(DirectLineTokens tokens)
{
    private const string Scheme = "Bearer ";

    /// <summary>Only the secret's holder gets past.</summary>
    /// <exception cref="DirectLineRefusedException">Anybody else.</exception>
    public void RequireSecret(HttpContext context)
    {
        if (PassOf(context) is not null)
        {
            throw DirectLineRefusedException.SecretOnly();
        }
    }

    /// <summary>What the caller's token says; null for the secret's holder, who may do everything.</summary>
    /// <exception cref="DirectLineRefusedException">Neither token nor secret, expired, or from a site that may not use it.</exception>
    public DirectLinePass? PassOf(HttpContext context)
    {
        var bearer = BearerOf(context.Request) ?? throw DirectLineRefusedException.Unknown();
        var origin = DirectLineOrigins.Of(context.Request);
        if (tokens.IsSecret(bearer))
        {
            return origin is null ? null : throw DirectLineRefusedException.SecretInBrowser();
        }

        var pass = tokens.Read(bearer);
        RequireOrigin(pass, origin);
        return pass;
    }

    /// <summary>The pass for the conversation of the request's address; for the secret's holder one that names no user.</summary>
    /// <exception cref="DirectLineRefusedException">As <see cref="PassOf"/>, or the token is for another conversation.</exception>
    public DirectLinePass PassHere(HttpContext context)
    {
        var conversation = ConversationOf(context.Request);
        var pass = PassOf(context) ?? new DirectLinePass(conversation, User: null, Until: 0);
        return pass.Conversation == conversation ? pass : throw DirectLineRefusedException.OtherConversation();
    }

    /// <summary>The conversation of the request's address.</summary>
    /// <exception cref="DirectLineRefusedException">There is none of that name.</exception>
    public static string ConversationOf(HttpRequest request) =>
        request.RouteValues["id"] is string id && DirectLineIds.IsConversation(id) ? id : throw DirectLineRefusedException.NotFound();

    /// <summary>Holds a pass to the sites that it names.</summary>
    /// <exception cref="DirectLineRefusedException">The page is of another site.</exception>
    public static void RequireOrigin(DirectLinePass pass, string? origin)
    {
        if (pass.Origins is { Count: > 0 } origins && origin is not null
            && !origins.Contains(DirectLineOrigins.Normalise(origin), StringComparer.Ordinal))
        {
            throw DirectLineRefusedException.Origin();
        }
    }

    private static string? BearerOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length > Scheme.Length
            ? header[Scheme.Length..].Trim()
            : null;
    }
}

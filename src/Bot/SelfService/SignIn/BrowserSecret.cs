using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>
/// What a browser is given to be known by. Only its hash is stored, so whoever reads the store cannot sign in with what is
/// there; no salt is needed, since 256 random bits cannot be tried out.
/// </summary>
internal static class BrowserSecret
{
    private const int Bytes = 32;

    /// <summary>256 random bits: 43 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string Create() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, 64 hex digits.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

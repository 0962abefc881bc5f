using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.Chat;

/// <summary>
/// The photos of a visitor's thread. Their address is sealed for that licence and holder: it opens nothing to anybody
/// else, and another file's id put into it opens nothing at all.
/// </summary>
internal sealed class ChatPhotos(IAttachments attachments, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("chat photo");

    /// <summary>Where the visitor's browser gets the photo.</summary>
    public string AddressFor(Visitor visitor, string id) =>
        $"/chat/photo?key={Uri.EscapeDataString(_seal.Protect($"{OwnerOf(visitor)}/{id}"))}";

    /// <summary>The photo of an address's key; null when it is not this visitor's, or gone, or no picture.</summary>
    public async Task<AttachedFile?> ReadAsync(Visitor visitor, string key, CancellationToken cancellationToken)
    {
        var file = IdIn(visitor, key) is { } id ? await attachments.ReadAsync(id, cancellationToken) : null;
        return file?.ContentType is "image/jpeg" or "image/png" or "image/webp" or "image/gif" ? file : null;
    }

    private string? IdIn(Visitor visitor, string key)
    {
        try
        {
            var (opened, owner) = (_seal.Unprotect(key), $"{OwnerOf(visitor)}/");
            return opened.StartsWith(owner, StringComparison.Ordinal) ? opened[owner.Length..] : null;
        }
        catch (CryptographicException)
        {
            // Not a key of ours.
            return null;
        }
    }

    private static string OwnerOf(Visitor visitor) => $"{visitor.License.Value}/{visitor.Holder}";
}

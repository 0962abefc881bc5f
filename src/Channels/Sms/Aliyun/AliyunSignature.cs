using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>Aliyun's request signature, version 3 (ACS3-HMAC-SHA256), for calls whose parameters stand in the query.</summary>
internal static class AliyunSignature
{
    private const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>The lower-case hex SHA-256 of a body.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>The query in the one form that is signed: sorted by byte, each part percent-encoded.</summary>
    public static string CanonicalQuery(IEnumerable<KeyValuePair<string, string>> parameters) => string.Join('&', parameters
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="keyId">The access key's id.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="method">Such as POST.</param>
    /// <param name="path">Such as /.</param>
    /// <param name="query">See <see cref="CanonicalQuery"/>.</param>
    /// <param name="headers">The headers that are signed; <c>x-acs-content-sha256</c> among them.</param>
    public static string Authorization(
        string keyId, string secret, string method, string path, string query, IReadOnlyDictionary<string, string> headers)
    {
        var sorted = headers.Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim()))
            .OrderBy(header => header.Name, StringComparer.Ordinal).ToList();
        var names = string.Join(';', sorted.Select(header => header.Name));
        var lines = string.Concat(sorted.Select(header => $"{header.Name}:{header.Value}\n"));
        var request = $"{method}\n{path}\n{query}\n{lines}\n{names}\n{headers["x-acs-content-sha256"]}";
        var signed = $"{Algorithm}\n{HashOf(Encoding.UTF8.GetBytes(request))}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
        return $"{Algorithm} Credential={keyId},SignedHeaders={names},Signature={Convert.ToHexStringLower(signature)}";
    }
}

using System.Security.Cryptography;
using System.Text;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Binding;

/// <summary>
/// Who holds a licence, as a short mark of owner and registered phone. A binding keeps the mark it was made with: when the
/// shop changes hands or the phone changes, the mark no longer fits and whoever was bound sees nothing more.
/// </summary>
internal static class Holder
{
    private const int Digits = 16;

    /// <summary>The mark of a retailer's holder now: 16 hex digits.</summary>
    public static string Of(Retailer retailer) => Of(retailer.Owner, retailer.Phone);

    /// <summary>The mark of this owner with this registered phone.</summary>
    public static string Of(string owner, string phone) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{phone}")))[..Digits];
}

using Microsoft.EntityFrameworkCore;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Store;

/// <summary>Reads what an import's rows may refer to.</summary>
internal static class ReferenceReader
{
    /// <summary>The products, licences and staff numbers of the newest version.</summary>
    public static async Task<TradeReferences> ReferencesAsync(
        this TradeContext store, CancellationToken cancellationToken)
    {
        var names = await store.Products.Current()
            .Select(row => new { row.Code, row.Name })
            .ToListAsync(cancellationToken);
        var licenses = await store.Retailers.Current().Select(row => row.License).ToListAsync(cancellationToken);
        var staff = await store.Staff.Current().Select(row => row.Number).ToListAsync(cancellationToken);
        return new TradeReferences(
            names.DistinctBy(product => product.Code).ToDictionary(product => product.Code, product => product.Name),
            licenses.ToHashSet(),
            staff.ToHashSet());
    }
}

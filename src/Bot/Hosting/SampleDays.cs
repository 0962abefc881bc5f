using ServiceBot.Knowledge;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Bot.Hosting;

/// <summary>When the sample county is (re)loaded: its dates move with today, so the demo never goes stale.</summary>
internal static class SampleDays
{
    /// <summary>Who the sample's imports are by.</summary>
    public const string ImportedBy = "sample";

    /// <summary>True for an empty store, and for one that holds nothing but a sample of an earlier day.</summary>
    public static bool NeedsLoading(IReadOnlyList<ImportVersion> versions, DateOnly today) =>
        versions.All(version => version.ImportedBy == ImportedBy && version.ImportedAt.DateInChina() < today);
}

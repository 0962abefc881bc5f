using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ServiceBot.Bot.Store;

/// <summary>Tells a store that is away from a write that it will never take.</summary>
internal static class StoreFaults
{
    private const int SqliteConstraint = 19;

    /// <summary>True when the same write may go through later: the store is away, busy or full.</summary>
    public static bool MayPass(Exception exception) =>
        exception is DbException { IsTransient: true } or SqliteException { SqliteErrorCode: not SqliteConstraint };
}

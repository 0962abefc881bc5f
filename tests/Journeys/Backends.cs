using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>What a journey's program stores in.</summary>
public enum BackendKind
{
    /// <summary>What a clean clone runs on.</summary>
    SqliteAndGarnet,

    /// <summary>Real servers.</summary>
    PostgresAndRedis,
}

/// <summary>The settings of a backend, as environment variables.</summary>
internal static class Backends
{
    public static async Task<Dictionary<string, string>> SettingsAsync(
        BackendKind kind, PostgresServer postgres, RedisServer redis) => kind switch
    {
        BackendKind.SqliteAndGarnet => [],
        _ => new()
        {
            ["Storage__Database__Provider"] = "postgresql",
            ["Storage__Database__ConnectionString"] = await postgres.CreateDatabaseAsync(),
            ["Storage__Redis"] = await redis.StartAsync(),
        },
    };
}

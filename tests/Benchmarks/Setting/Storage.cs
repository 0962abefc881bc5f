using ServiceBot.Knowledge;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>Which stores a run is on: SQLite and the embedded Garnet where no connection string is given.</summary>
/// <param name="Postgres">Npgsql connection string, or null.</param>
/// <param name="Redis">StackExchange.Redis connection string, or null.</param>
internal sealed record Storage(string? Postgres, string? Redis)
{
    /// <summary>For the head of a report.</summary>
    public override string ToString() =>
        $"{(Postgres is null ? "SQLite" : "PostgreSQL")} + {(Redis is null ? "embedded Garnet" : "Redis")}";

    /// <summary>The settings of a program on these stores, as environment variables.</summary>
    public Dictionary<string, string> Environment(string dataDirectory) => new()
    {
        ["Storage__DataDirectory"] = dataDirectory,
        ["Storage__Database__Provider"] = Provider,
        ["Storage__Database__ConnectionString"] = Postgres ?? "",
        ["Storage__Redis"] = Redis ?? "",
    };

    /// <summary>The same for code in this process.</summary>
    public StorageOptions Options(string dataDirectory) => new()
    {
        DataDirectory = dataDirectory,
        Database = new DatabaseOptions { Provider = Provider, ConnectionString = Postgres ?? "" },
        Redis = Redis ?? "",
    };

    private string Provider => Postgres is null ? "sqlite" : "postgresql";
}

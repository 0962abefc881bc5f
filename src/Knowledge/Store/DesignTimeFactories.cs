using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ServiceBot.Knowledge.Store;

/// <summary>Makes the SQLite model for dotnet-ef; nothing connects.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteTradeContext>
{
    public SqliteTradeContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteTradeContext>();
        TradeDatabase.UseSqlite(options, "Data Source=design.db");
        return new SqliteTradeContext(options.Options);
    }
}

/// <summary>Makes the PostgreSQL model for dotnet-ef; nothing connects.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresTradeContext>
{
    public PostgresTradeContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresTradeContext>();
        TradeDatabase.UsePostgres(options, "Host=localhost");
        return new PostgresTradeContext(options.Options);
    }
}

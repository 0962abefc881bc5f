using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ServiceBot.Bot.Store;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteBotContext --output-dir Store/Migrations/Sqlite</c> run.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteBotContext>
{
    public SqliteBotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBotContext>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>The same for <c>--context PostgresBotContext --output-dir Store/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresBotContext>
{
    public PostgresBotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresBotContext>().UseNpgsql("Host=design").Options);
}

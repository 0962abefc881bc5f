using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;
using StackExchange.Redis;

namespace ServiceBot.Knowledge;

/// <summary>Registers the knowledge: the same for the server and for a console command.</summary>
public static class KnowledgeSetup
{
    /// <summary>
    /// Adds <see cref="KnowledgeBase"/>, <see cref="TradeImporter"/>, <see cref="RedisConnection"/>,
    /// <see cref="IConnectionMultiplexer"/> and what keeps them up to date, by the sections <c>Storage</c> and
    /// <c>Trade</c>. Call <see cref="MigrateAsync"/> before the host starts.
    /// </summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateOnStart();
        services.AddOptions<TradeOptions>().Bind(configuration.GetSection("Trade")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IValidateOptions<TradeOptions>, TradeOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddStore().AddCache().AddEntryPoints();
    }

    /// <summary>Brings the database up to date. Safe to call from several processes at once.</summary>
    public static Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<TradeMigrator>().MigrateAsync(cancellationToken);

    private static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<SqliteTradeContext>((provider, options) =>
            TradeDatabase.UseSqlite(options, ConnectionString(provider)));
        services.AddPooledDbContextFactory<PostgresTradeContext>((provider, options) =>
            TradeDatabase.UsePostgres(options, ConnectionString(provider)));
        services.AddSingleton(provider => new TradeStore(
            provider.GetRequiredService<IOptions<StorageOptions>>(),
            new(provider.GetRequiredService<IDbContextFactory<SqliteTradeContext>>),
            new(provider.GetRequiredService<IDbContextFactory<PostgresTradeContext>>)));
        services.AddSingleton<TradeMigrator>();
        services.AddSingleton<TradeBookReader>();
        services.AddSingleton<RetailerReader>();
        return services;
    }

    private static IServiceCollection AddCache(this IServiceCollection services)
    {
        services.AddSingleton<EmbeddedGarnet>();
        services.AddSingleton(provider => new RedisConnection(
            provider.GetRequiredService<IOptions<StorageOptions>>(),
            provider.GetRequiredService<EmbeddedGarnet>(),
            provider.GetRequiredService<ILogger<RedisConnection>>()));
        services.AddSingleton(provider => provider.GetRequiredService<RedisConnection>().Multiplexer);
        services.AddSingleton<TradeVersions>();
        services.AddHostedService(provider => provider.GetRequiredService<TradeVersions>());
        services.AddSingleton<TradeCache>();
        services.AddSingleton<TradeReads>();
        return services;
    }

    private static IServiceCollection AddEntryPoints(this IServiceCollection services)
    {
        services.AddSingleton<TradeTableReader>();
        services.AddSingleton<TradeWriter>();
        services.AddSingleton(provider => new TradeImporter(
            provider.GetRequiredService<TradeStore>(),
            provider.GetRequiredService<TradeTableReader>(),
            provider.GetRequiredService<TradeWriter>(),
            provider.GetRequiredService<TradeVersions>()));
        services.AddSingleton(provider => new KnowledgeHealth(
            provider.GetRequiredService<RedisConnection>(), provider.GetRequiredService<TradeVersions>()));
        services.AddSingleton(provider => new KnowledgeBase(
            provider.GetRequiredService<TradeReads>(),
            provider.GetRequiredService<IOptions<TradeOptions>>()));
        return services;
    }

    private static string ConnectionString(IServiceProvider provider) =>
        TradeDatabase.ConnectionString(provider.GetRequiredService<IOptions<StorageOptions>>().Value);
}

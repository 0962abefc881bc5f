using Microsoft.Extensions.Options;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>Registers the understanding; the host loads <see cref="IntentModelSource"/> before the first message.</summary>
public static class UnderstandingSetup
{
    /// <summary>Adds <see cref="UnderstandingOptions"/>, <see cref="IntentModelSource"/> and <see cref="Understander"/>.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UnderstandingOptions>()
            .Bind(configuration.GetSection(UnderstandingOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<UnderstandingOptions>, UnderstandingOptionsValidator>();
        services.AddSingleton<IValidateOptions<UnderstandingOptions>, ThresholdOrder>();
        services.AddSingleton(provider => new IntentModelSource(ModelFolder(provider)));
        services.AddSingleton(provider => new Understander(
            provider.GetRequiredService<KnowledgeBase>().FindProductsAsync,
            provider.GetRequiredService<IntentModelSource>(),
            provider.GetRequiredService<IOptions<UnderstandingOptions>>().Value));
        return services;
    }

    private static string ModelFolder(IServiceProvider provider) =>
        Path.Combine(provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory, "models");
}

using Microsoft.Extensions.Options;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>Registers the understanding. <see cref="IntentModel"/> is trained or read by the host before and registered by it.</summary>
public static class UnderstandingSetup
{
    /// <summary>Adds <see cref="UnderstandingOptions"/> and <see cref="Understander"/>.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UnderstandingOptions>()
            .Bind(configuration.GetSection(UnderstandingOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<UnderstandingOptions>, UnderstandingOptionsValidator>();
        services.AddSingleton<IValidateOptions<UnderstandingOptions>, ThresholdOrder>();
        services.AddSingleton(provider => new Understander(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<IntentModel>(),
            provider.GetRequiredService<IOptions<UnderstandingOptions>>().Value));
        return services;
    }
}

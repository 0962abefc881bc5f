using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>Registers and maps the service phone number.</summary>
internal static class VoiceSetup
{
    private static readonly string[] Steps =
        [VoiceAddresses.Start, VoiceAddresses.Keys, VoiceAddresses.Recording, VoiceAddresses.PutThrough, VoiceAddresses.Waited];

    /// <summary>Registers the channel when its section is there. It needs <see cref="CallPrompts"/> from the caller.</summary>
    public static void AddVoice(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(VoiceOptions.Section);
        if (!section.Exists())
        {
            return;
        }

        services.AddOptions<VoiceOptions>().Bind(section)
            .PostConfigure(options => UseSmsAccount(options, configuration.GetSection("Channels:Sms"))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VoiceOptions>, VoiceOptionsValidator>();
        services.AddSingleton<IValidateOptions<VoiceOptions>, VoiceOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CallMenu>();
        services.AddSingleton<CallScripts>();
        services.AddSingleton<CallFlow>();
        services.AddSingleton<VoiceReader>();
        services.AddSingleton<TwimlWriter>();
        services.AddSingleton<VoiceAnswer>();
        services.AddSingleton<VoiceEndpoint>();
        services.AddSingleton<IReplySender, VoiceReplySender>();
    }

    /// <summary>Maps the callbacks when the channel is registered.</summary>
    public static void MapVoice(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(VoiceEndpoint)))
        {
            return;
        }

        foreach (var path in Steps)
        {
            endpoints.MapPost(path, context => EndpointOf(context).StepAsync(context, path));
        }

        endpoints.MapPost(VoiceAddresses.Status, context => EndpointOf(context).StatusAsync(context));
    }

    private static VoiceEndpoint EndpointOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<VoiceEndpoint>();

    /// <summary>One account for texts and calls is the usual case, and then it stands in one place.</summary>
    private static void UseSmsAccount(VoiceOptions options, IConfigurationSection sms)
    {
        if (options.AccountSid.Length == 0)
        {
            options.AccountSid = sms[nameof(VoiceOptions.AccountSid)] ?? "";
        }

        if (options.AuthToken.Length == 0)
        {
            options.AuthToken = sms[nameof(VoiceOptions.AuthToken)] ?? "";
            options.PreviousAuthToken = sms[nameof(VoiceOptions.PreviousAuthToken)];
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Registers and maps the Direct Line channel.</summary>
internal static class DirectLineSetup
{
    /// <summary>Where the protocol is served.</summary>
    public const string Path = "/v3/directline";

    /// <summary>Registers the channel when its section is there.</summary>
    public static void AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DirectLineOptions.Section);
        if (!section.Exists())
        {
            return;
        }

        services.AddOptions<DirectLineOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DirectLineSeal>().AddSingleton<DirectLineTokens>().AddSingleton<DirectLineTickets>();
        services.AddSingleton<IChatTokens>(provider => provider.GetRequiredService<DirectLineTokens>());
        services.AddSingleton<DirectLineOrigins>().AddSingleton<DirectLineDoor>().AddSingleton<DirectLineGate>();
        services.AddSingleton<DirectLineLinks>().AddSingleton<DirectLineTranscript>().AddSingleton<DirectLineStreams>();
        services.AddSingleton<DirectLineReceiver>().AddSingleton<DirectLineUpload>();
        services.AddSingleton<DirectLineConversations>().AddSingleton<DirectLineActivities>();
        services.AddSingleton<DirectLineFiles>().AddSingleton<DirectLineSocket>();
        services.AddSingleton<IReplySender, DirectLineReplySender>();
    }

    /// <summary>Maps the protocol when the channel is registered.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(DirectLineDoor)))
        {
            return;
        }

        endpoints.MapPost(Path + "/tokens/generate", Enter<DirectLineConversations>((handler, context) => handler.GenerateAsync(context)));
        endpoints.MapPost(Path + "/tokens/refresh", Enter<DirectLineConversations>((handler, context) => handler.RefreshAsync(context)));
        endpoints.MapPost(Path + "/conversations", Enter<DirectLineConversations>((handler, context) => handler.StartAsync(context)));
        endpoints.MapGet(Path + "/conversations/{id}", Enter<DirectLineConversations>((handler, context) => handler.ResumeAsync(context)));
        endpoints.MapGet(Path + "/session/getsessionid", Enter<DirectLineConversations>((handler, context) => handler.SessionAsync(context)));
        endpoints.MapPost(Path + "/conversations/{id}/activities", Enter<DirectLineActivities>((handler, context) => handler.PostAsync(context)));
        endpoints.MapGet(Path + "/conversations/{id}/activities", Enter<DirectLineActivities>((handler, context) => handler.PollAsync(context)));
        endpoints.MapPost(Path + "/conversations/{id}/upload", Enter<DirectLineFiles>((handler, context) => handler.UploadAsync(context)));
        endpoints.MapGet(Path + "/attachments/{id}", Enter<DirectLineFiles>((handler, context) => handler.DownloadAsync(context)));
        endpoints.MapGet(Path + "/conversations/{id}/stream", SocketOf(endpoints));
        endpoints.MapMethods(Path + "/{**rest}", [HttpMethods.Options], Enter<DirectLineDoor>((_, context) =>
        {
            DirectLineOrigins.AnswerPreflight(context.Response);
            return Task.CompletedTask;
        }));
    }

    /// <summary>A branch of its own, so that nothing else of the program speaks WebSocket.</summary>
    private static RequestDelegate SocketOf(IEndpointRouteBuilder endpoints)
    {
        var branch = endpoints.CreateApplicationBuilder();
        branch.UseWebSockets();
        branch.Run(Enter<DirectLineSocket>((handler, context) => handler.OpenAsync(context)));
        return branch.Build();
    }

    // Resolved by the first request: by then the settings were checked, and the faults of all sections told at once.
    private static RequestDelegate Enter<THandler>(Func<THandler, HttpContext, Task> handle)
        where THandler : notnull => context => context.RequestServices.GetRequiredService<DirectLineDoor>().EnterAsync(
            context, entered => handle(entered.RequestServices.GetRequiredService<THandler>(), entered));
}

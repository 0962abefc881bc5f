namespace ServiceBot.Bot.SelfService.Chat;

/// <summary>The web chat.</summary>
internal static class ChatSetup
{
    /// <summary>Registers what the page asks.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<ChatKeys>()
        .AddSingleton<ChatPhotos>()
        .AddSingleton<ChatLines>()
        .AddSingleton<ChatRoom>();
}

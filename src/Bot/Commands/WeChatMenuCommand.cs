using System.CommandLine;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Bot.Commands;

/// <summary><c>wechat-menu</c>: gives the official account the menu of <c>config/wechat-menu.json</c>.</summary>
internal static class WeChatMenuCommand
{
    public static Command Create()
    {
        var command = new Command("wechat-menu", "Set the official account's menu from config/wechat-menu.json.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(loadSample: false, _ => { }, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<WeChatMenu>() is not { } menu)
        {
            CommandConsole.Fault("The WeChat channel is off:", ["set the section Channels:WeChat first."]);
            return 1;
        }

        var faults = await menu.CreateAsync(cancellationToken);
        if (faults.Count > 0)
        {
            CommandConsole.Fault("The menu was not set:", faults);
            return 1;
        }

        Console.Out.WriteLine("The menu is set.");
        return 0;
    }
}

using System.CommandLine;
using ServiceBot.Bot.Commands;

// The words of the program; each command is a file in Commands.
var root = new RootCommand("ServiceBot answers tobacco retailers by message. Without a command it starts the server.")
{
    AskCommand.Create(),
    ImportCommand.Create(),
    VersionsCommand.Create(),
    PutBackCommand.Create(),
    EvaluateCommand.Create(),
    TicketsCommand.Create(),
    WeChatMenuCommand.Create(),
};
ServeCommand.AddTo(root);

return await CommandRunner.RunAsync(root, args);

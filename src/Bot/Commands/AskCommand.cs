using System.CommandLine;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Outbox;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Commands;

/// <summary><c>ask</c>: one question, or a conversation on standard input, through the whole engine.</summary>
internal static class AskCommand
{
    private static readonly Argument<string?> Text = new("text")
    {
        Description = "The question.", Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Retailer = new("--retailer")
    {
        Description = "Licence number of the retailer who asks; without it the sender is unknown.",
    };

    private static readonly Option<string> Channel = new("--channel")
    {
        Description = "wechat, sms or web.", DefaultValueFactory = _ => ChannelNames.Web,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line." };

    private static readonly Option<bool> Stdin = new("--stdin") { Description = "Read one message a line as one conversation." };

    public static Command Create()
    {
        Channel.AcceptOnlyFromAmong(ChannelNames.WeChat, ChannelNames.Sms, ChannelNames.Web);
        Retailer.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && !LicenseNumber.TryParse(value, out _))
            {
                result.AddError($"--retailer takes a licence number of 12 digits, not '{value}'.");
            }
        });
        var command = new Command("ask", "Ask one question through the whole engine.") { Text, Retailer, Channel, Json, Stdin };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(Text) is null) != result.GetValue(Stdin))
            {
                result.AddError("ask takes a question, or --stdin for one message a line.");
            }
        });
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            loadSample: true,
            services => services
                .AddSingleton<AskSession>()
                .AddSingleton<AskListener>()
                .AddSingleton<ITurnListener>(provider => provider.GetRequiredService<AskListener>())
                .AddHostedService<OutboxWorker>(),
            (services, token) => RunAsync(services, parsed, token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var conversations = services.GetRequiredService<ConversationStore>();
        var session = services.GetRequiredService<AskSession>();
        var key = ConversationKey.Create(parsed.GetValue(Channel)!, "ask", Guid.NewGuid().ToString("N"));
        var retailer = parsed.GetValue(Retailer) is { } license
            ? await BindAsync(services, key, LicenseNumber.Parse(license), cancellationToken)
            : null;
        var phone = key.Channel == ChannelNames.Sms ? retailer?.Phone : null;

        try
        {
            await foreach (var line in LinesAsync(parsed, cancellationToken))
            {
                var answer = await session.AskAsync(key, line, phone, cancellationToken);
                Console.Out.WriteLine(parsed.GetValue(Json) ? answer.ToJson() : answer.Reply);
            }
        }
        finally
        {
            await conversations.RemoveAsync(key, CancellationToken.None);
        }

        return 0;
    }

    /// <summary>A licence that is in no table is bound all the same: the answer then says so.</summary>
    private static async Task<Retailer?> BindAsync(
        IServiceProvider services, ConversationKey key, LicenseNumber license, CancellationToken cancellationToken)
    {
        var retailer = await services.GetRequiredService<KnowledgeBase>().RetailerAsync(license, cancellationToken);
        await services.GetRequiredService<ConversationStore>().BeginBoundAsync(
            key, license, retailer is null ? "" : Holder.Of(retailer), cancellationToken);
        return retailer;
    }

    private static async IAsyncEnumerable<string> LinesAsync(
        ParseResult parsed, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Text) is { } text)
        {
            yield return text;
            yield break;
        }

        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Length > 0)
            {
                yield return line;
            }
        }
    }
}

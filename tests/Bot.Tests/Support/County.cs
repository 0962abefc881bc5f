using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Bot.Commands;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Outbox;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;
using Spectre.Console;

namespace ServiceBot.Bot.Tests.Support;

/// <summary>One county for all talks; they run one after another.</summary>
[CollectionDefinition(nameof(County))]
public sealed class CountyTalks : ICollectionFixture<County>;

/// <summary>
/// The whole engine without a web server on the sample county, started once; each test talks in conversations of its own.
/// It is Tuesday 2026-11-24, ten in the morning in China.
/// </summary>
public sealed class County : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private IHost? _host;

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    internal IServiceProvider Services => _host!.Services;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        TrainedModels.Restore(_folder.Path);
        var configFolder = Path.Combine(TestEnvironment.Root, "config");
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.UseConfigFolder(configFolder, "Development");
        builder.Configuration["Storage:DataDirectory"] = _folder.Path;
        builder.Logging.ClearProviders();
        builder.AddServiceBot(configFolder);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.RemoveAll<IReplySender>();
        builder.Services.AddSingleton<SentTexts>().AddSingleton<IReplySender>(provider => provider.GetRequiredService<SentTexts>());
        builder.Services
            .AddSingleton<AskSession>()
            .AddSingleton<AskListener>()
            .AddSingleton<ITurnListener>(provider => provider.GetRequiredService<AskListener>())
            .AddHostedService<OutboxWorker>();
        _host = builder.Build();
        var silent = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        await new Preparation(Services, configFolder, silent).RunAsync(loadSample: true, CancellationToken.None);
        await _host.StartAsync();
        TrainedModels.Keep(_folder.Path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        _folder.Dispose();
    }

    /// <summary>Begins a conversation; bound when a licence is given.</summary>
    internal async Task<Talk> TalkAsync(string? license = null, string channel = ChannelNames.Web)
    {
        var key = ConversationKey.Create(channel, "test", Guid.NewGuid().ToString("N"));
        if (license is not null)
        {
            var cancelled = TestContext.Current.CancellationToken;
            var number = LicenseNumber.Parse(license);
            var retailer = await Services.GetRequiredService<KnowledgeBase>().RetailerAsync(number, cancelled);
            await Services.GetRequiredService<Bot.Conversations.ConversationStore>()
                .BeginBoundAsync(key, number, retailer is null ? "" : Bot.Binding.Holder.Of(retailer), cancelled);
        }

        return new Talk(key, Services.GetRequiredService<AskSession>());
    }

    /// <summary>Lets so much time go by until the result is disposed; the other talks go on at ten o'clock.</summary>
    internal Pause Later(TimeSpan by)
    {
        var before = Time.GetUtcNow();
        Time.Advance(by);
        return new Pause(() => Time.AdjustTime(before));
    }

    /// <summary>Does what makes the bot send a binding code, and returns the code once it is out.</summary>
    internal async Task<string> CodeAfterAsync(Func<Task> ask)
    {
        var texts = Services.GetRequiredService<SentTexts>();
        var before = texts.Sent.Count;
        await ask();
        while (texts.Sent.Count == before)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return new string([.. texts.Sent.Last().SkipWhile(letter => !char.IsAsciiDigit(letter)).Take(6)]);
    }
}

/// <summary>Undoes something at its end.</summary>
internal sealed class Pause(Action undo) : IDisposable
{
    public void Dispose() => undo();
}

/// <summary>One conversation of a test.</summary>
internal sealed class Talk(ConversationKey key, AskSession session)
{
    public ConversationKey Key { get; } = key;

    /// <summary>Says something and returns the whole answer.</summary>
    public Task<AskAnswer> AskAsync(string words) => session.AskAsync(Key, words, TestContext.Current.CancellationToken);

    /// <summary>Says something and returns the words of the answer.</summary>
    public async Task<string> SayAsync(string words) => (await AskAsync(words)).Reply;
}

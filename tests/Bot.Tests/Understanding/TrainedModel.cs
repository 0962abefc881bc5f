using ServiceBot.Bot.Tests.Understanding;
using ServiceBot.Bot.Understanding;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

[assembly: AssemblyFixture(typeof(TrainedModel))]

namespace ServiceBot.Bot.Tests.Understanding;

/// <summary>The model of the project's own files, trained once for all tests.</summary>
public sealed class TrainedModel : IAsyncLifetime
{
    /// <summary>Tuesday 2026-11-24, ten in the morning in China.</summary>
    public static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    /// <summary>The project's <c>config/nlu</c>.</summary>
    public static string NluPath { get; } = Path.Combine(TestEnvironment.Root, "config", "nlu");

    /// <summary>Holds the trained model.</summary>
    public IntentModelSource Source { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Source = new IntentModelSource(_folder.Path);
        await Source.LoadAsync(NluPath, progress: null, CancellationToken.None);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Understands with a finder that knows the given names, or none.</summary>
    public Understander With(params string[] names) => new(FakeProducts.Finder(names), Source, new UnderstandingOptions());
}

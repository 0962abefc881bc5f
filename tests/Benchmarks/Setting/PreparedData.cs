using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>
/// A data directory with the sample county loaded, the intent model trained and one bound conversation for every open
/// retailer. Servers run on copies of it.
/// </summary>
internal sealed class PreparedData : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TemporaryFolder> _copies = [];

    private PreparedData(Storage storage) => Storage = storage;

    /// <summary>The stores that it is on.</summary>
    public Storage Storage { get; }

    /// <summary>Who asks.</summary>
    public required IReadOnlyList<BoundRetailer> Retailers { get; init; }

    /// <summary>Prepares; takes a quarter of a minute, most of it training.</summary>
    public static async Task<PreparedData> CreateAsync(Storage storage, CancellationToken cancellationToken)
    {
        // A database outlives this run, so the senders are new each time.
        var run = Guid.NewGuid().ToString("N")[..8];
        var retailers = SampleTable.OpenRetailers().Select((retailer, index) => new BoundRetailer(
            ConversationKey.Create(ChannelNames.WeChat, CallbackAccount.UserName, $"o{run}{index:0000}"),
            LicenseNumber.Parse(retailer.License),
            retailer.Holder));
        var data = new PreparedData(storage) { Retailers = [.. retailers] };
        await data.LoadSampleAsync(cancellationToken);
        await data.BindAsync(cancellationToken);
        return data;
    }

    /// <summary>A copy of the directory for one server; gone with this.</summary>
    public string Copy()
    {
        var copy = new TemporaryFolder();
        _copies.Add(copy);
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith("garnet.", StringComparison.Ordinal)))
        {
            var target = copy.File(Path.GetRelativePath(_folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy.Path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _copies.ForEach(copy => copy.Dispose());
        _folder.Dispose();
    }

    /// <summary>In Development any command loads the sample into an empty store and trains.</summary>
    private async Task LoadSampleAsync(CancellationToken cancellationToken)
    {
        await using var program = new BotProcess(_folder.Path, Storage.Environment(_folder.Path));
        var (exitCode, _, error) = await program.RunAsync(["ask", "你好"], null, cancellationToken);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"The sample county was not loaded:\n{error}");
        }
    }

    private async Task BindAsync(CancellationToken cancellationToken)
    {
        await using var database = new BotDatabase(Options.Create(Storage.Options(_folder.Path)));
        await using var writer = new GroupCommit(database, NullLogger<GroupCommit>.Instance);
        await using var readers = new ReadSessions(database);
        var conversations = new ConversationStore(writer, readers, TimeProvider.System);
        await Task.WhenAll(Retailers.Select(retailer =>
            conversations.BeginBoundAsync(retailer.Conversation, retailer.License, retailer.Holder, cancellationToken)));
    }
}

/// <summary>A sample retailer with a conversation that is bound.</summary>
internal sealed record BoundRetailer(ConversationKey Conversation, LicenseNumber License, string Holder);

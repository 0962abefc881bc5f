using Microsoft.Extensions.Options;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Hosting;

/// <summary>Holds the intent model once the start has read or trained it.</summary>
internal sealed class IntentModelSource(IOptions<StorageOptions> storage)
{
    private IntentModel? _model;

    /// <summary>The model.</summary>
    /// <exception cref="InvalidOperationException">Asked for before <see cref="LoadAsync"/>.</exception>
    public IntentModel Model => _model ?? throw new InvalidOperationException("The intent model is not loaded yet.");

    /// <summary>Reads the model from the data directory, or trains it when the labelled examples have changed.</summary>
    public async Task LoadAsync(string nluFolder, IProgress<string> progress, CancellationToken cancellationToken) =>
        _model = await IntentModel.LoadOrTrainAsync(
            nluFolder, Path.Combine(storage.Value.DataDirectory, "models"), progress, cancellationToken);
}

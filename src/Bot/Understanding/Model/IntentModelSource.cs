namespace ServiceBot.Bot.Understanding;

/// <summary>Holds the model in force. Loaded before the first message; loading again swaps it between two messages.</summary>
public sealed class IntentModelSource
{
    private readonly string _modelFolder;
    private volatile IntentModel? _current;

    /// <summary>Keeps trained weights in a folder, which is made when absent.</summary>
    public IntentModelSource(string modelFolder) => _modelFolder = modelFolder;

    /// <summary>The model in force.</summary>
    /// <exception cref="InvalidOperationException">None was loaded yet.</exception>
    public IntentModel Current => _current ?? throw new InvalidOperationException("The intent model was not loaded yet.");

    /// <summary>Brings the model in line with the files people edit: reads the kept weights, or trains.</summary>
    /// <param name="nluFolder">The folder <c>config/nlu</c>.</param>
    /// <param name="progress">Takes what is being done, when it takes a while.</param>
    /// <param name="cancellationToken">Stops between the steps of training.</param>
    /// <exception cref="FormatException">A file cannot be read; the message names it. The model in force stays.</exception>
    public async Task LoadAsync(string nluFolder, Action<string>? progress, CancellationToken cancellationToken) =>
        _current = await IntentModel.LoadOrTrainAsync(nluFolder, _modelFolder, progress, cancellationToken);
}

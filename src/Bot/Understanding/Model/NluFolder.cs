using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Bot.Understanding;

/// <summary>A labelled wording and where it was read: <paramref name="Source"/> is file:line.</summary>
internal sealed record LabelledExample(Intent Intent, MarkedText Wording, string Source);

/// <summary>The files people edit: labelled wordings, synonyms, words of the trade.</summary>
internal sealed class NluFolder
{
    private const int HashDigits = 16;
    private static readonly string[] FoldingFiles = ["synonyms.txt", "foreign-goods.txt", "foreign-services.txt"];
    private readonly string _path;

    public NluFolder(string path) => _path = path;

    /// <summary>The wordings of <c>intents/&lt;label&gt;.txt</c>, one a line, # begins a comment line.</summary>
    /// <exception cref="FormatException">A file's name is no label, or a label has no wording.</exception>
    public Task<IReadOnlyList<LabelledExample>> ReadExamplesAsync(CancellationToken cancellationToken) =>
        ReadLabelledAsync("intents", cancellationToken);

    /// <summary>The wordings of <c>held-back/&lt;label&gt;.txt</c>, which are never trained on.</summary>
    public Task<IReadOnlyList<LabelledExample>> ReadHeldBackAsync(CancellationToken cancellationToken) =>
        ReadLabelledAsync("held-back", cancellationToken);

    /// <summary>The words of <c>foreign-goods.txt</c> and <c>foreign-services.txt</c>.</summary>
    public async Task<ForeignWords> ReadForeignWordsAsync(CancellationToken cancellationToken) =>
        ForeignWords.Parse(
            await ReadLinesAsync("foreign-goods.txt", cancellationToken),
            await ReadLinesAsync("foreign-services.txt", cancellationToken));

    /// <summary>The folding of <c>synonyms.txt</c> and of the foreign words.</summary>
    public async Task<Synonyms> ReadSynonymsAsync(ForeignWords foreign, CancellationToken cancellationToken) =>
        Synonyms.Parse(await ReadLinesAsync("synonyms.txt", cancellationToken), foreign);

    /// <summary>The words of <c>domain-words.txt</c>, normalised.</summary>
    public async Task<IReadOnlyList<string>> ReadDomainWordsAsync(CancellationToken cancellationToken) =>
        [.. Wordings(await ReadLinesAsync("domain-words.txt", cancellationToken))
            .Select(line => Normaliser.Normalise(line.Words))];

    /// <summary>A hash of everything the weights depend on, hexadecimal.</summary>
    public async Task<string> HashAsync(int featureVersion, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"features {featureVersion}\n"));
        var files = Directory.GetFiles(Path.Combine(_path, "intents"), "*.txt")
            .Concat(FoldingFiles.Select(name => Path.Combine(_path, name)))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            // Names and line ends as one form: a checkout on another system must not train again.
            var lines = await File.ReadAllLinesAsync(file, cancellationToken);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)}\n{string.Join('\n', lines)}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashDigits];
    }

    private Task<string[]> ReadLinesAsync(string name, CancellationToken cancellationToken) =>
        File.ReadAllLinesAsync(Path.Combine(_path, name), cancellationToken);

    private async Task<IReadOnlyList<LabelledExample>> ReadLabelledAsync(string folder, CancellationToken cancellationToken)
    {
        var examples = new List<LabelledExample>();
        foreach (var file in Directory.GetFiles(Path.Combine(_path, folder), "*.txt").Order(StringComparer.Ordinal))
        {
            var label = Path.GetFileNameWithoutExtension(file);
            if (!IntentLabels.TryParse(label, out var intent))
            {
                throw new FormatException($"{file}: \"{label}\" is no intent label; name the file after one.");
            }

            examples.AddRange(Wordings(await File.ReadAllLinesAsync(file, cancellationToken))
                .Select(line => new LabelledExample(intent, MarkedText.Parse(line.Words), $"{folder}/{label}.txt:{line.Number}")));
        }

        return examples;
    }

    private static IEnumerable<(string Words, int Number)> Wordings(string[] lines) =>
        lines.Select((line, index) => (Words: line.Trim(), Number: index + 1))
            .Where(line => line.Words.Length > 0 && line.Words[0] != '#');
}

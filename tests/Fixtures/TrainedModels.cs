namespace ServiceBot.Fixtures;

/// <summary>
/// Keeps trained intent models between test runs, so that only the first one on a machine trains. The file's name holds the
/// hash of what it was trained on: a stale one is never used.
/// </summary>
public static class TrainedModels
{
    private static readonly string Kept = Path.Combine(TestEnvironment.Root, "artifacts", "models");

    /// <summary>Copies the kept models into a data directory.</summary>
    public static void Restore(string dataDirectory) => Copy(Kept, Path.Combine(dataDirectory, "models"));

    /// <summary>Keeps the models of a data directory.</summary>
    public static void Keep(string dataDirectory) => Copy(Path.Combine(dataDirectory, "models"), Kept);

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "intent-*.bin"))
        {
            var target = Path.Combine(to, Path.GetFileName(file));
            if (!File.Exists(target))
            {
                // Written aside and moved: another test process may be reading.
                var aside = $"{target}.{Guid.NewGuid():N}";
                File.Copy(file, aside);
                File.Move(aside, target, overwrite: true);
            }
        }
    }
}

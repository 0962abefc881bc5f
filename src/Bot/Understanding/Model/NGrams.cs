namespace ServiceBot.Bot.Understanding;

/// <summary>The features of the model's form of a text: every run of one to three characters, ends marked, as a hash.</summary>
internal static class NGrams
{
    /// <summary>Counts up when the features change, so that older weights are not read.</summary>
    public const int Version = 1;

    /// <summary>The longest run.</summary>
    public const int MaxLength = 3;

    /// <summary>Longer messages are read up to here: what is wanted stands in front, and time stays bounded.</summary>
    public const int MaxCharacters = 120;

    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;
    private const char Start = '\u0002';
    private const char End = '\u0003';

    /// <summary>Appends the hash of each run, in order, with repetitions. FNV-1a over the characters.</summary>
    public static void Append(string modelText, List<uint> hashes)
    {
        var count = Math.Min(modelText.Length, MaxCharacters);
        Span<char> marked = stackalloc char[count + 2];
        marked[0] = Start;
        modelText.AsSpan(0, count).CopyTo(marked[1..]);
        marked[^1] = End;
        for (var first = 0; first < marked.Length; first++)
        {
            AppendFrom(marked[first..], hashes);
        }
    }

    private static void AppendFrom(ReadOnlySpan<char> rest, List<uint> hashes)
    {
        var hash = Offset;
        for (var index = 0; index < Math.Min(MaxLength, rest.Length); index++)
        {
            hash = (hash ^ rest[index]) * Prime;
            hash = (hash ^ (uint)(rest[index] >> 8)) * Prime;
            hashes.Add(hash);
        }
    }
}

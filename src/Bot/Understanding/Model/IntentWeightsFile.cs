using System.Runtime.InteropServices;
using System.Text;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// The weights on disk: a mark, the counts, the two figures, then the arrays; rarities and weights in half precision,
/// which changes no decision and halves the file. Little-endian.
/// </summary>
internal static class IntentWeightsFile
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes($"INTENT{NGrams.Version:00}");

    /// <summary>Writes whole or not at all: a stop in between leaves no broken file under the name.</summary>
    public static async Task WriteAsync(IntentWeights weights, string path, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.tmp";
        await File.WriteAllBytesAsync(partial, ToBytes(weights), cancellationToken);
        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Reads; null when there is no such file or it is not whole, so that the caller trains instead.</summary>
    public static async Task<IntentWeights?> TryReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        try
        {
            return FromBytes(bytes);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static byte[] ToBytes(IntentWeights weights)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark);
        writer.Write(IntentWeights.Labels);
        writer.Write(weights.Hashes.Length);
        writer.Write(weights.UnseenRarity);
        writer.Write(weights.Temperature);
        writer.Write(MemoryMarshal.AsBytes(weights.Biases.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(weights.Hashes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(Array.ConvertAll(weights.Rarities, figure => (Half)figure).AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(Array.ConvertAll(weights.Weights, figure => (Half)figure).AsSpan()));
        return stream.ToArray();
    }

    private static IntentWeights? FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (!reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark) || reader.ReadInt32() != IntentWeights.Labels)
        {
            return null;
        }

        var rows = reader.ReadInt32();
        var unseenRarity = reader.ReadSingle();
        var temperature = reader.ReadSingle();
        var biases = Read<float>(reader, IntentWeights.Labels);
        var hashes = Read<uint>(reader, rows);
        var rarities = Array.ConvertAll(Read<Half>(reader, rows), figure => (float)figure);
        var weights = Array.ConvertAll(Read<Half>(reader, rows * IntentWeights.Labels), figure => (float)figure);
        return new IntentWeights(hashes, rarities, weights, biases, unseenRarity, temperature);
    }

    private static T[] Read<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var figures = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(figures.AsSpan()));
        return figures;
    }
}

using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>
/// Microsoft's Web Chat as it is published, one script for a page. Only its package is taken from npm, not the 470 MB that it
/// was built from; its hash is pinned here.
/// </summary>
internal static class WebChatBundle
{
    private const string Package = "botframework-webchat@4.18.0";
    private const string Entry = "package/dist/webchat.js";
    private const string Sha512 = "tLh3mxzovBDG2eBttoRggQh2b/IZLuDT86rI4MkD1DtAQgDKANgNGvjhxzYeKcXll+3DgYcBNyU9koBxRcIcJQ==";

    /// <summary>The script; skips the calling test when npm or the package is not to be had (fails it in CI).</summary>
    public static async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var npm = TestEnvironment.RequireProgram("npm");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(npm, ["pack", Package, "--silent"])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            TestEnvironment.SkipOrFail($"npm pack {Package}: {await error}");
        }

        return await UnpackAsync(Directory.GetFiles(folder.Path, "*.tgz").Single(), cancellationToken);
    }

    private static async Task<string> UnpackAsync(string package, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(package);
        Assert.Equal(Sha512, Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken)));
        file.Position = 0;
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
        {
            if (entry.Name == Entry)
            {
                using var reader = new StreamReader(entry.DataStream!);
                return await reader.ReadToEndAsync(cancellationToken);
            }
        }

        throw new InvalidOperationException($"{Package} holds no {Entry}.");
    }
}

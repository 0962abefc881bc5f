namespace ServiceBot.Bot.SelfService.Complaints;

/// <summary>What a visitor sends with the complaint form; anything may be missing or wrong.</summary>
internal sealed class ComplaintForm
{
    /// <summary>Most photos.</summary>
    public const int MostPhotos = 3;

    /// <summary>Largest photo.</summary>
    public const int MostPhotoMegabytes = 5;

    /// <summary>Largest photo, in bytes.</summary>
    public const int MostPhotoBytes = MostPhotoMegabytes * 1024 * 1024;

    /// <summary>Largest form: photos that are too large are read too, so that the fault can be said in words.</summary>
    public const long MostBytes = 40 * 1024 * 1024;

    /// <summary>Made with the empty form, so that a form sent twice is one complaint.</summary>
    public string? Id { get; set; }

    /// <summary>The words.</summary>
    public string? Text { get; set; }

    /// <summary>The photos.</summary>
    public IReadOnlyList<IFormFile>? Photos { get; set; }

    /// <summary>An empty form.</summary>
    public static ComplaintForm Create() => new() { Id = Guid.NewGuid().ToString("N") };

    /// <summary>The words with plain line ends; empty when there are none.</summary>
    public string Words => (Text ?? "").ReplaceLineEndings("\n").Trim();
}

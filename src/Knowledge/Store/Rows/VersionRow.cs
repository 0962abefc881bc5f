namespace ServiceBot.Knowledge.Store;

/// <summary>One import: who, when, from what, with which changes, and what the tables stand at after it.</summary>
internal sealed class VersionRow
{
    /// <summary>1 for the first import, and so on without gaps.</summary>
    public long Version { get; set; }

    public DateTimeOffset ImportedAt { get; set; }

    public string ImportedBy { get; set; } = "";

    public string Source { get; set; } = "";

    /// <summary>The changes by table, JSON.</summary>
    public string Changes { get; set; } = "";

    /// <summary>When each table was last loaded, JSON.</summary>
    public string LoadedAt { get; set; } = "";

    /// <summary>The last version, up to this one, that changed a table every retailer shares.</summary>
    public long BookVersion { get; set; }

    public string BookLabel { get; set; } = "";

    /// <summary>The last version, up to this one, that changed a table of retailers' own rows.</summary>
    public long RetailersVersion { get; set; }

    public string RetailersLabel { get; set; } = "";
}

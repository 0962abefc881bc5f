namespace ServiceBot.Knowledge.Import;

/// <summary>Collects what is wrong and what a person should know, in the order found.</summary>
internal sealed class FaultLog
{
    /// <summary>Faults kept of one file; the rest are counted.</summary>
    public const int MaxPerFile = 1_000;

    /// <summary>Longest value shown in a fault, in characters.</summary>
    public const int MaxValueLength = 60;

    private readonly List<ImportFault> _faults = [];
    private readonly Dictionary<string, int> _countByFile = [];
    private readonly List<string> _notices = [];

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Keeps a fault, up to the limit of its file; a long value is cut.</summary>
    public void Add(ImportFault fault)
    {
        var count = _countByFile.GetValueOrDefault(fault.File) + 1;
        _countByFile[fault.File] = count;
        if (count <= MaxPerFile)
        {
            _faults.Add(fault with { Value = Cut(fault.Value) });
        }
    }

    /// <summary>Keeps a notice.</summary>
    public void Notice(string text) => _notices.Add(text);

    /// <summary>The faults kept and, for a file that had more, one last that says how many more.</summary>
    public IReadOnlyList<ImportFault> ToFaults() =>
    [
        .. _faults,
        .. _countByFile.Where(file => file.Value > MaxPerFile).Select(file => new ImportFault(
            file.Key, null, null, null, null, $"另有{file.Value - MaxPerFile}处错误没有列出，改好以上各处后再导入")),
    ];

    private static string? Cut(string? value) =>
        value?.Length > MaxValueLength ? string.Concat(value.AsSpan(0, MaxValueLength), "…") : value;
}

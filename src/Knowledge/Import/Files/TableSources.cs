namespace ServiceBot.Knowledge.Import.Files;

/// <summary>
/// Finds the tables of an import: a file or a folder, in the order that lets rows refer to tables read before. What is
/// wrong goes to the log.
/// </summary>
internal sealed class TableSources(FaultLog log)
{
    private readonly List<TableSource> _found = [];
    private readonly List<string> _unknown = [];
    private bool _hasUnreadable;

    /// <summary>Tables that cannot be read, or of which only one of several is.</summary>
    public HashSet<TradeTable> Incomplete { get; } = [];

    /// <summary>The tables at a path, each once.</summary>
    public IReadOnlyList<TableSource> Find(string path)
    {
        foreach (var file in FilesAt(path))
        {
            Add(file);
        }

        SayUnknown(NameOf(path));
        return [.. _found.GroupBy(source => source.Table).OrderBy(group => group.Key).Select(OnlyOne)];
    }

    private List<string> FilesAt(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = Unless(NameOf(path), () => FileOpener.Try(() => Directory.GetFiles(path))) ?? [];
        var tables = files.Where(IsTableFile).Order(StringComparer.Ordinal).ToList();
        if (tables.Count == 0 && !_hasUnreadable)
        {
            Fault(NameOf(path), "文件夹里没有.csv或.xlsx文件");
        }

        return tables;
    }

    private void Add(string file)
    {
        if (HasExtension(file, ".csv"))
        {
            AddCsv(file);
        }
        else if (HasExtension(file, ".xlsx"))
        {
            AddWorkbook(file);
        }
        else if (File.Exists(file))
        {
            Fault(NameOf(file), "应为.csv或.xlsx文件");
        }
        else
        {
            Fault(NameOf(file), "文件不存在");
        }
    }

    private void AddCsv(string file)
    {
        var name = NameOf(file);
        if (!File.Exists(file))
        {
            Fault(name, "文件不存在");
        }
        else if (TradeTableNames.Find(Path.GetFileNameWithoutExtension(file)) is { } table)
        {
            _found.Add(new TableSource(table, name, null, isKnownHeader => CsvSheet.Open(file, isKnownHeader)));
        }
        else
        {
            _unknown.Add($"文件“{name}”的名称里没有表名，被忽略");
        }
    }

    private void AddWorkbook(string file)
    {
        var table = TradeTableNames.Find(Path.GetFileNameWithoutExtension(file));
        if (Unless(NameOf(file), () => WorkbookFile.Open(file)) is not { } workbook)
        {
            Incomplete.UnionWith(table is { } named ? [named] : Enum.GetValues<TradeTable>());
            return;
        }

        foreach (var (sheet, known) in WorkbookTables.Find(workbook, table))
        {
            AddSheet(workbook, NameOf(file), sheet, known);
        }
    }

    private void AddSheet(WorkbookFile workbook, string fileName, string sheet, TradeTable? table)
    {
        if (table is { } known)
        {
            _found.Add(new TableSource(known, fileName, sheet, _ => workbook.OpenSheet(sheet)));
        }
        else
        {
            _unknown.Add($"{fileName}的工作表“{sheet}”的名称里没有表名，被忽略");
        }
    }

    private TableSource OnlyOne(IGrouping<TradeTable, TableSource> sources)
    {
        var first = sources.First();
        foreach (var other in sources.Skip(1))
        {
            Incomplete.Add(first.Table);
            log.Add(new ImportFault(
                other.FileName, other.SheetName, null, null, null,
                $"{first.Place}和{other.Place}都是“{first.Table.ChineseName()}”表，一次只能导入一份"));
        }

        return first;
    }

    private void SayUnknown(string root)
    {
        if (_found.Count > 0 || _hasUnreadable)
        {
            _unknown.ForEach(log.Notice);
        }
        else
        {
            Fault(root, $"没有找到要导入的表，文件名或工作表名应含有：{TradeTableNames.All}");
        }
    }

    private T? Unless<T>(string fileName, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (UnreadableFileException e)
        {
            Fault(fileName, e.Message);
            return null;
        }
    }

    private void Fault(string fileName, string expected)
    {
        _hasUnreadable = true;
        log.Add(new ImportFault(fileName, null, null, null, null, expected));
    }

    // Files beginning with ~$ or . are what Excel and file systems leave beside a workbook that is open.
    private static bool IsTableFile(string file) =>
        (HasExtension(file, ".csv") || HasExtension(file, ".xlsx")) && NameOf(file) is not (['~', '$', ..] or ['.', ..]);

    private static bool HasExtension(string file, string extension) =>
        Path.GetExtension(file).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
}

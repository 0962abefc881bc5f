namespace ServiceBot.Knowledge.Store;

/// <summary>A hotline with its place in the table, counted from 0.</summary>
internal sealed record PlacedHotline(int Position, Hotline Hotline);

/// <summary>热线.</summary>
internal sealed class HotlineRow : TradeRow<PlacedHotline>
{
    public int Position { get; set; }

    public string Name { get; set; } = "";

    public string Number { get; set; } = "";

    public string Hours { get; set; } = "";

    public string Note { get; set; } = "";

    public static HotlineRow From(PlacedHotline record) => new()
    {
        Position = record.Position,
        Name = record.Hotline.Name,
        Number = record.Hotline.Number,
        Hours = record.Hotline.Hours,
        Note = record.Hotline.Note,
    };

    public override PlacedHotline ToRecord() => new(Position, new Hotline(Name, Number, Hours, Note));
}

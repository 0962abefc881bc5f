namespace ServiceBot.Knowledge.Store;

/// <summary>人员.</summary>
internal sealed class StaffRow : TradeRow<StaffMember>
{
    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    public StaffRole Role { get; set; }

    public string Phone { get; set; } = "";

    public string Routes { get; set; } = "";

    public static StaffRow From(StaffMember record) => new()
    {
        Number = record.Number,
        Name = record.Name,
        Role = record.Role,
        Phone = record.Phone,
        Routes = record.Routes,
    };

    public override StaffMember ToRecord() => new(Number, Name, Role, Phone, Routes);
}

namespace ServiceBot.Knowledge.Store;

/// <summary>零售户.</summary>
internal sealed class RetailerRow : TradeRow<Retailer>
{
    public LicenseNumber License { get; set; }

    public string CustomerCode { get; set; } = "";

    public string ShopName { get; set; } = "";

    public string Owner { get; set; } = "";

    public string Phone { get; set; } = "";

    public Tier Tier { get; set; }

    public MarketType Market { get; set; }

    public string Format { get; set; } = "";

    public DayOfWeek OrderDay { get; set; }

    public WeekParity OrderWeeks { get; set; }

    public DayOfWeek? DeliveryDay { get; set; }

    public string Route { get; set; } = "";

    public string ManagerNumber { get; set; } = "";

    public RetailerStatus Status { get; set; }

    public string? District { get; set; }

    public string? CreditGrade { get; set; }

    public string? TerminalLevel { get; set; }

    public static RetailerRow From(Retailer record) => new()
    {
        License = record.License,
        CustomerCode = record.CustomerCode,
        ShopName = record.ShopName,
        Owner = record.Owner,
        Phone = record.Phone,
        Tier = record.Tier,
        Market = record.Market,
        Format = record.Format,
        OrderDay = record.OrderDay.Day,
        OrderWeeks = record.OrderDay.Weeks,
        DeliveryDay = record.DeliveryDay,
        Route = record.Route,
        ManagerNumber = record.ManagerNumber,
        Status = record.Status,
        District = record.District,
        CreditGrade = record.CreditGrade,
        TerminalLevel = record.TerminalLevel,
    };

    public override Retailer ToRecord() => new(
        License,
        CustomerCode,
        ShopName,
        Owner,
        Phone,
        Tier,
        Market,
        Format,
        new OrderDay(OrderDay, OrderWeeks),
        DeliveryDay,
        Route,
        ManagerNumber,
        Status,
        District,
        CreditGrade,
        TerminalLevel);
}

namespace ServiceBot.Knowledge;

/// <summary>城网 or 农网.</summary>
public enum MarketType
{
    /// <summary>城网.</summary>
    Town,

    /// <summary>农网.</summary>
    Country,
}

/// <summary>正常 or 停业.</summary>
public enum RetailerStatus
{
    /// <summary>正常.</summary>
    Open,

    /// <summary>停业.</summary>
    Closed,
}

/// <summary>投放, 不投 or 新品.</summary>
public enum SupplyStatus
{
    /// <summary>投放: may be ordered.</summary>
    Offered,

    /// <summary>不投: stopped in this cycle.</summary>
    Stopped,

    /// <summary>新品: offered, and new.</summary>
    New,
}

/// <summary>按档位, 按价位段自选 or 按条件.</summary>
public enum SupplyMethod
{
    /// <summary>按档位: the tier's cell.</summary>
    ByTier,

    /// <summary>按价位段自选: the tier's cell, and together with the other products of the band within the band's total.</summary>
    ByPriceBand,

    /// <summary>按条件: only by additions.</summary>
    ByCondition,
}

/// <summary>客户经理, 专卖管理员, 送货员 or 市场经理.</summary>
public enum StaffRole
{
    /// <summary>客户经理, the account manager.</summary>
    Manager,

    /// <summary>专卖管理员, the market inspector.</summary>
    Inspector,

    /// <summary>送货员, the delivery driver.</summary>
    Driver,

    /// <summary>市场经理, the managers' supervisor.</summary>
    Supervisor,
}

/// <summary>A row of 零售户.</summary>
/// <param name="License">许可证号.</param>
/// <param name="CustomerCode">客户编码.</param>
/// <param name="ShopName">店名.</param>
/// <param name="Owner">经营者.</param>
/// <param name="Phone">手机号, 11 digits, or empty.</param>
/// <param name="Tier">档位.</param>
/// <param name="Market">市场类型.</param>
/// <param name="Format">业态, such as 便利店; may be empty.</param>
/// <param name="OrderDay">订货日.</param>
/// <param name="DeliveryDay">送货日.</param>
/// <param name="Route">线路.</param>
/// <param name="ManagerNumber">客户经理工号.</param>
/// <param name="Status">状态.</param>
/// <param name="District">区县, when the table has it.</param>
/// <param name="CreditGrade">信用等级, when the table has it.</param>
/// <param name="TerminalLevel">终端层级, when the table has it.</param>
public sealed record Retailer(
    LicenseNumber License,
    string CustomerCode,
    string ShopName,
    string Owner,
    string Phone,
    Tier Tier,
    MarketType Market,
    string Format,
    OrderDay OrderDay,
    DayOfWeek? DeliveryDay,
    string Route,
    string ManagerNumber,
    RetailerStatus Status,
    string? District,
    string? CreditGrade,
    string? TerminalLevel);

/// <summary>A row of 卷烟品规.</summary>
/// <param name="Code">品规代码.</param>
/// <param name="Name">品规名称, such as 中华(软); half-width brackets.</param>
/// <param name="Brand">品牌.</param>
/// <param name="Maker">生产企业.</param>
/// <param name="PriceClass">价类, such as 一档 or 一类.</param>
/// <param name="Form">规格, such as 常规 or 细支.</param>
/// <param name="WholesalePrice">批发价, yuan a carton (条).</param>
/// <param name="RetailPrice">零售价, yuan a pack (包).</param>
/// <param name="Tar">焦油量, mg.</param>
/// <param name="Barcode">条码.</param>
/// <param name="Nicknames">别名, separated by 、 as in the table; empty when there are none.</param>
public sealed record Product(
    string Code,
    string Name,
    string Brand,
    string Maker,
    string PriceClass,
    string Form,
    decimal? WholesalePrice,
    decimal? RetailPrice,
    decimal? Tar,
    string? Barcode,
    string Nicknames);

/// <summary>A row of 货源投放.</summary>
/// <param name="Cycle">开始日期 to 结束日期.</param>
/// <param name="ProductCode">品规代码.</param>
/// <param name="Method">投放方式.</param>
/// <param name="Band">价位段; empty unless by price band.</param>
/// <param name="Market">市场类型; null is 全部.</param>
/// <param name="Formats">业态, separated by 、; empty is all.</param>
/// <param name="Districts">区县, separated by 、; empty is all.</param>
/// <param name="Status">状态.</param>
/// <param name="Condition">条件, the text shown to retailers who ask; may be empty.</param>
/// <param name="Cells">1档 … 30档.</param>
public sealed record SupplyLimit(
    OrderCycle Cycle,
    string ProductCode,
    SupplyMethod Method,
    string Band,
    MarketType? Market,
    string Formats,
    string Districts,
    SupplyStatus Status,
    string Condition,
    TierCells Cells);

/// <summary>A row of 价位段限量.</summary>
public sealed record BandLimit(OrderCycle Cycle, string Band, TierCells Cells);

/// <summary>A row of 增投: cartons on top of the tier's cell, with the reason the ordering system gives.</summary>
public sealed record Addition(OrderCycle Cycle, LicenseNumber License, string ProductCode, int Cartons, string Reason);

/// <summary>A row of 订货. A negative quantity is a return.</summary>
public sealed record Order(DateOnly Date, LicenseNumber License, string ProductCode, int Cartons);

/// <summary>A row of 到货.</summary>
public sealed record Arrival(DateOnly Date, string ProductCode, string Note);

/// <summary>A row of 结算账户. Money in yuan.</summary>
public sealed record SettlementAccount(
    LicenseNumber License,
    string Bank,
    string CardTail,
    decimal Balance,
    DateTimeOffset BalanceAt,
    decimal Pending,
    DateTimeOffset? DeductionAt,
    string LastResult);

/// <summary>A row of 新品. <paramref name="MinTier"/> to <paramref name="MaxTier"/> are 适用档位, both included.</summary>
public sealed record NewBrand(
    string ProductCode,
    DateOnly LaunchDate,
    DateOnly? EndDate,
    string Taste,
    string Origin,
    string SellingPoint,
    string Picture,
    Tier MinTier,
    Tier MaxTier);

/// <summary>A row of 人员. Routes are separated by 、.</summary>
public sealed record StaffMember(string Number, string Name, StaffRole Role, string Phone, string Routes);

/// <summary>A row of 热线.</summary>
public sealed record Hotline(string Name, string Number, string Hours, string Note);

/// <summary>A row of 经营政策. A null <paramref name="ExpiryDate"/> is in force until replaced.</summary>
public sealed record PolicyNotice(DateOnly EffectiveDate, DateOnly? ExpiryDate, string Title, string Body);

/// <summary>A row of 问答. Wordings are separated by |.</summary>
public sealed record Article(string Questions, string Answer);

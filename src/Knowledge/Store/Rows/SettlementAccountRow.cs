namespace ServiceBot.Knowledge.Store;

/// <summary>结算账户.</summary>
internal sealed class SettlementAccountRow : TradeRow<SettlementAccount>
{
    public LicenseNumber License { get; set; }

    public string Bank { get; set; } = "";

    public string CardTail { get; set; } = "";

    public decimal Balance { get; set; }

    public DateTimeOffset BalanceAt { get; set; }

    public decimal Pending { get; set; }

    public DateTimeOffset? DeductionAt { get; set; }

    public string LastResult { get; set; } = "";

    public static SettlementAccountRow From(SettlementAccount record) => new()
    {
        License = record.License,
        Bank = record.Bank,
        CardTail = record.CardTail,
        Balance = record.Balance,
        BalanceAt = record.BalanceAt,
        Pending = record.Pending,
        DeductionAt = record.DeductionAt,
        LastResult = record.LastResult,
    };

    public override SettlementAccount ToRecord() => new(
        License, Bank, CardTail, Balance, BalanceAt, Pending, DeductionAt, LastResult);
}

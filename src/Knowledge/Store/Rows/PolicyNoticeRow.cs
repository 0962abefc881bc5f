namespace ServiceBot.Knowledge.Store;

/// <summary>经营政策.</summary>
internal sealed class PolicyNoticeRow : TradeRow<PolicyNotice>
{
    public DateOnly EffectiveDate { get; set; }

    public DateOnly? ExpiryDate { get; set; }

    public string Title { get; set; } = "";

    public string Body { get; set; } = "";

    public static PolicyNoticeRow From(PolicyNotice record) => new()
    {
        EffectiveDate = record.EffectiveDate,
        ExpiryDate = record.ExpiryDate,
        Title = record.Title,
        Body = record.Body,
    };

    public override PolicyNotice ToRecord() => new(EffectiveDate, ExpiryDate, Title, Body);
}

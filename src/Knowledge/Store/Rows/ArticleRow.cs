namespace ServiceBot.Knowledge.Store;

/// <summary>问答.</summary>
internal sealed class ArticleRow : TradeRow<Article>
{
    public string Questions { get; set; } = "";

    public string Answer { get; set; } = "";

    public static ArticleRow From(Article record) => new() { Questions = record.Questions, Answer = record.Answer };

    public override Article ToRecord() => new(Questions, Answer);
}

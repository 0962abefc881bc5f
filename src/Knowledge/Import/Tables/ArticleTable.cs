using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>问答.</summary>
internal sealed class ArticleTable(TableColumns columns) : TableSchema<Article>(TradeTable.Articles, columns)
{
    private readonly Column<string> _questions = columns.Required("问题", ListCell.Wordings);
    private readonly Column<string> _answer = columns.Required("答案", TextCell.Free);
    private readonly Dictionary<string, int> _rowByWording = [];

    protected override Article Read(TableRow row) => new(_questions.Read(row), _answer.Read(row));

    /// <summary>Each wording is a key: two articles with one wording would contend for it.</summary>
    protected override void Check(Article record, TableRow row)
    {
        foreach (var wording in record.Questions.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_rowByWording.TryAdd(wording, row.Number) && _rowByWording[wording] is var earlier)
            {
                row.Fault(_questions, wording, $"不能重复，第{earlier}行已经有了");
            }
        }
    }

    protected override void HandOver(TradeTableSet tables, List<Article> records) => tables.Articles = records;
}

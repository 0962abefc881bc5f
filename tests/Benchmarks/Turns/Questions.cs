using ServiceBot.Benchmarks.Setting;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>A question and words that its right answer must hold.</summary>
internal sealed record Question(string Text, string Expected);

/// <summary>
/// What retailers ask, in a fixed mix: of twenty questions fourteen are about one product's limit, two about a price,
/// one about an arrival, and three need no product.
/// </summary>
internal sealed class Questions
{
    private static readonly string[] Limits = ["{0}限量多少", "{0}还能订几条", "限量 {0}", "{0}这周还能订几条"];

    private static readonly Question[] WithoutProduct =
    [
        new("余额够不够扣款", "账户余额"), new("有什么新品", "新品"), new("什么时候到货", "到货"), new("订货日是哪天", "您的订货日是"),
        new("余额", "账户余额"), new("客户经理电话", "为您服务的是"), new("还能订什么", "您还可以订"), new("服务热线", "12313"),
    ];

    private readonly IReadOnlyList<string> _products = SampleTable.ProductNames();

    /// <summary>The question of this number; each number's is the same in every run.</summary>
    public Question this[long number] => (number % 20) switch
    {
        3 or 9 or 15 => WithoutProduct[number / 6 % WithoutProduct.Length],
        5 or 12 => About("{0}多少钱一条", number),
        17 => About("{0}什么时候到货", number),
        _ => About(Limits[number / 20 % Limits.Length], number),
    };

    private Question About(string pattern, long number)
    {
        var product = _products[(int)(number % _products.Count)];
        return new Question(pattern.Replace("{0}", product, StringComparison.Ordinal), product);
    }
}

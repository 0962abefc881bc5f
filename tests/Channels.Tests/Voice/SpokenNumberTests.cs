using System.Globalization;
using ServiceBot.Channels.Voice;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class SpokenNumberTests
{
    [Theory]
    [InlineData("0", "零")]
    [InlineData("1", "一")]
    [InlineData("2", "二")]
    [InlineData("10", "十")]
    [InlineData("11", "十一")]
    [InlineData("20", "二十")]
    [InlineData("100", "一百")]
    [InlineData("101", "一百零一")]
    [InlineData("110", "一百一十")]
    [InlineData("200", "二百")]
    [InlineData("1001", "一千零一")]
    [InlineData("1010", "一千零一十")]
    [InlineData("1100", "一千一百")]
    [InlineData("2000", "两千")]
    [InlineData("2222", "两千二百二十二")]
    [InlineData("10000", "一万")]
    [InlineData("10010", "一万零一十")]
    [InlineData("20500", "两万零五百")]
    [InlineData("100000", "十万")]
    [InlineData("110000", "十一万")]
    [InlineData("120000", "十二万")]
    [InlineData("1010000", "一百零一万")]
    [InlineData("12345678", "一千二百三十四万五千六百七十八")]
    [InlineData("200000000", "两亿")]
    [InlineData("100000001", "一亿零一")]
    [InlineData("1,234", "一千二百三十四")]
    [InlineData("007", "七")]
    [InlineData("3.5", "三点五")]
    [InlineData("0.05", "零点零五")]
    [InlineData("12.10", "十二点一零")]
    [InlineData("1234567890123", "幺二三四五六七八九零幺二三")]
    public void Cardinal_number_is_said_as_in_Mandarin(string number, string expected) =>
        Assert.Equal(expected, SpokenNumber.Cardinal(number));

    [Theory]
    [InlineData("2", "两")]
    [InlineData("12", "十二")]
    [InlineData("22", "二十二")]
    [InlineData("0", "零")]
    public void Count_two_alone_is_liang(string number, string expected) => Assert.Equal(expected, SpokenNumber.Count(number));

    [Theory]
    [InlineData("1234.50", "一千二百三十四元五角")]
    [InlineData("1,234.50", "一千二百三十四元五角")]
    [InlineData("12.05", "十二元零五分")]
    [InlineData("12.34", "十二元三角四分")]
    [InlineData("12.00", "十二元")]
    [InlineData("2", "两元")]
    [InlineData("0.00", "零元")]
    [InlineData("0", "零元")]
    [InlineData("0.50", "五角")]
    [InlineData("0.05", "五分")]
    [InlineData("0.56", "五角六分")]
    [InlineData("20000.00", "两万元")]
    [InlineData("0.125", "零点一二五元")]
    public void Money_amount_is_said_in_yuan_jiao_and_fen(string amount, string expected) =>
        Assert.Equal(expected, SpokenNumber.Money(amount));

    [Fact]
    public void Cardinal_every_number_to_twenty_thousand_reads_back()
    {
        for (var number = 0; number <= 20_000; number++)
        {
            Assert.Equal(number, ReadBack(SpokenNumber.Cardinal(number.ToString(CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>Reads Chinese numerals by their places, the other way round.</summary>
    private static int ReadBack(string spoken)
    {
        var (total, group, digit) = (0, 0, 0);
        foreach (var character in spoken.Replace('两', '二'))
        {
            switch (character)
            {
                case '万':
                    (total, group, digit) = ((group + digit) * 10_000, 0, 0);
                    break;
                case '千' or '百' or '十':
                    group += (digit == 0 ? 1 : digit) * (character switch { '千' => 1000, '百' => 100, _ => 10 });
                    digit = 0;
                    break;
                default:
                    digit = "零一二三四五六七八九".IndexOf(character, StringComparison.Ordinal);
                    break;
            }
        }

        return total + group + digit;
    }
}

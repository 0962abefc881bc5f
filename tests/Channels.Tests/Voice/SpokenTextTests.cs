using FsCheck;
using FsCheck.Fluent;
using ServiceBot.Channels.Voice;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("13800001234", "幺三八零零零零幺二三四。")]
    [InlineData("+8613800001234", "八六幺三八零零零零幺二三四。")]
    [InlineData("电话 0571-80000100", "电话零五七幺，八零零零零幺零零。")]
    [InlineData("请拨打12313", "请拨打幺二三幺三。")]
    [InlineData("12313", "幺二三幺三。")]
    [InlineData("400-800-1234", "四零零，八零零，幺二三四。")]
    [InlineData("贺小晓 13800003001", "贺小晓幺三八零零零零三零零幺。")]
    [InlineData("编号 1124-0057", "编号幺幺二四，零零五七。")]
    [InlineData("编号：1124-10057", "编号幺幺二四，幺零零五七。")]
    [InlineData("许可证尾号 0123", "许可证尾号零幺二三。")]
    [InlineData("许可证号330106100123", "许可证号三三零幺零六幺零零幺二三。")]
    [InlineData("330106100123", "三三零幺零六幺零零幺二三。")]
    [InlineData("验证码是 012345", "验证码零幺二三四五。")]
    [InlineData("工号M001", "工号M零零幺。")]
    public void Of_somebodys_number_is_said_digit_by_digit(string text, string expected) => AssertSaid(expected, text);

    [Theory]
    [InlineData("余额 1,234.50 元", "余额一千二百三十四元五角。")]
    [InlineData("批发价 630.00 元/条", "批发价六百三十元一条。")]
    [InlineData("建议零售价 70 元/包", "建议零售价七十元一包。")]
    [InlineData("还差 0.50 元", "还差五角。")]
    public void Of_money_is_said_in_yuan_jiao_and_fen(string text, string expected) => AssertSaid(expected, text);

    [Theory]
    [InlineData("还可订 3 条", "还可订三条。")]
    [InlineData("还可订 2 条", "还可订两条。")]
    [InlineData("限量 12 条", "限量十二条。")]
    [InlineData("限量 0 条", "限量零条。")]
    [InlineData("20档·城网", "二十档，城网。")]
    [InlineData("云烟(细支筋斗云)，请按 1。", "云烟，细支筋斗云，请按一。")]
    [InlineData("2档", "二档。")]
    [InlineData("第2名", "第二名。")]
    [InlineData("10-30档", "十到三十档。")]
    [InlineData("10分钟内有效", "十分钟内有效。")]
    [InlineData("还可以试 2 次", "还可以试两次。")]
    [InlineData("新品有 2 款", "新品有两款。")]
    [InlineData("焦油 10mg", "焦油十毫克。")]
    [InlineData("限量 6，已订 3", "限量六，已订三。")]
    [InlineData("1.5条", "一点五条。")]
    [InlineData("涨了12%", "涨了百分之十二。")]
    [InlineData("涨了 1.5 %", "涨了百分之一点五。")]
    [InlineData("完成率99.9％", "完成率百分之九十九点九。")]
    [InlineData("-5", "负五。")]
    public void Of_quantity_is_said_as_a_number(string text, string expected) => AssertSaid(expected, text);

    [Theory]
    [InlineData("11月25日", "十一月二十五日。")]
    [InlineData("2026年11月25日", "二零二六年十一月二十五日。")]
    [InlineData("2026-11-02", "二零二六年十一月二日。")]
    [InlineData("2026/6/21 下午", "二零二六年六月二十一日下午。")]
    [InlineData("11月24日(周二)", "十一月二十四日周二。")]
    [InlineData("11月23日至11月29日", "十一月二十三日至十一月二十九日。")]
    [InlineData("11月23日-29日", "十一月二十三日到二十九日。")]
    [InlineData("11月25日 08:30", "十一月二十五日上午八点半。")]
    [InlineData("12:00", "中午十二点。")]
    [InlineData("14:05", "下午两点零五分。")]
    [InlineData("18:15:00", "晚上六点十五分。")]
    [InlineData("00:10", "凌晨零点十分。")]
    [InlineData("上午 8:30", "上午八点半。")]
    [InlineData("8:30-17:30", "上午八点半到下午五点半。")]
    [InlineData("周一至周五 8:30-17:30", "周一至周五上午八点半到下午五点半。")]
    [InlineData("2026年", "二零二六年。")]
    public void Of_moment_is_said_as_people_say_it(string text, string expected) => AssertSaid(expected, text);

    [Theory]
    [InlineData("中华(软)：还可订 3 条", "中华软：还可订三条。")]
    [InlineData("中华（软）", "中华软。")]
    [InlineData("· 中华(硬) 2 条", "中华硬两条。")]
    [InlineData("1. 利群", "一，利群。")]
    [InlineData("还可订 5 条（限量 6，已订 1）", "还可订五条，限量六，已订一。")]
    [InlineData("要找人，回「人工」。", "要找人，回人工。")]
    [InlineData("好的👍🏻！", "好的！")]
    [InlineData("口味：清香；产地：浙江", "口味：清香；产地：浙江。")]
    [InlineData("井号键 #", "井号键井号。")]
    [InlineData("利群/红塔山", "利群，红塔山。")]
    public void Of_marks_for_the_eye_become_pauses_or_nothing(string text, string expected) => AssertSaid(expected, text);

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("——\n·")]
    [InlineData("😀")]
    public void Of_nothing_to_say_is_empty(string text) => Assert.Empty(SpokenText.Of(text));

    [Fact]
    public void Of_lines_become_sentences() =>
        AssertSaid("还可订三条。本期十一月二十三日至十一月二十九日。截至十一月二十四日上午八点半。",
            "还可订 3 条\n本期 11月23日至11月29日\n截至 11月24日 08:30");

    [Fact]
    public void Of_long_text_comes_in_pieces_that_end_with_a_sentence()
    {
        var pieces = SpokenText.Of(string.Join('\n', Enumerable.Repeat("这句话说的是今天有什么货可以订", 30)));

        Assert.True(pieces.Count > 1);
        Assert.All(pieces, piece => Assert.True(piece.Length <= 120 && piece.EndsWith('。')));
        Assert.Equal(30, string.Concat(pieces).Count(character => character == '。'));
    }

    [Fact]
    public void Of_any_text_leaves_no_figure_and_never_fails() => Prop.ForAll<string?>(text =>
        SpokenText.Of(text ?? "").All(piece => piece.Length > 0 && !piece.Any(char.IsAsciiDigit))).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_any_mix_of_figures_leaves_none() => Prop.ForAll(
        Gen.Elements("1", "23", "0", "月", "日", "年", "-", ":", ".", ",", "元", "/", "条", "%", "编号", " ", "\n", "(", ")", "第", "M")
            .NonEmptyListOf().Select(string.Concat).ToArbitrary(),
        text => SpokenText.Of(text).All(piece => !piece.Any(char.IsAsciiDigit))).QuickCheckThrowOnFailure();

    private static void AssertSaid(string expected, string text) => Assert.Equal(expected, string.Concat(SpokenText.Of(text)));
}

using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Understanding;

public class EntitiesTests
{
    // A Tuesday.
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("3条", "3条")]
    [InlineData("十条", "10条")]
    [InlineData("两包", "2包")]
    [InlineData("半箱", "0.5箱")]
    [InlineData("1.5条", "1.5条")]
    [InlineData("一百五十条", "150条")]
    [InlineData("一百五条", "150条")]
    [InlineData("一百零五条", "105条")]
    [InlineData("二十三条", "23条")]
    [InlineData("两条半", "2.5条")]
    [InlineData("三个箱", "3箱")]
    [InlineData("来5件2盒", "5件 2盒")]
    public void Quantity_is_read(string text, string expected) => Assert.Equal(expected, Values<Entity.QuantityNamed>(text));

    [Theory]
    [InlineData("三五")]
    [InlineData("一起订")]
    [InlineData("看一下")]
    [InlineData("万宝路")]
    [InlineData("几条")]
    [InlineData("一条微信")]
    [InlineData("第3条规定")]
    [InlineData("一件事")]
    [InlineData("三五条")]
    public void Quantity_is_not_seen_where_there_is_none(string text) => Assert.Empty(Values<Entity.QuantityNamed>(text));

    [Theory]
    [InlineData("今天", "2026-11-24")]
    [InlineData("明天", "2026-11-25")]
    [InlineData("后天", "2026-11-26")]
    [InlineData("大后天", "2026-11-27")]
    [InlineData("昨天", "2026-11-23")]
    [InlineData("前天", "2026-11-22")]
    [InlineData("周二", "2026-11-24")]
    [InlineData("周一", "2026-11-30")]
    [InlineData("礼拜天", "2026-11-29")]
    [InlineData("本周一", "2026-11-23")]
    [InlineData("下周一", "2026-11-30")]
    [InlineData("下星期天", "2026-12-06")]
    [InlineData("上周五", "2026-11-20")]
    [InlineData("这周", "2026-11-23/2026-11-29")]
    [InlineData("这个礼拜", "2026-11-23/2026-11-29")]
    [InlineData("下周", "2026-11-30/2026-12-06")]
    [InlineData("上周", "2026-11-16/2026-11-22")]
    [InlineData("周末", "2026-11-28/2026-11-29")]
    [InlineData("这个月", "2026-11-01/2026-11-30")]
    [InlineData("上个月", "2026-10-01/2026-10-31")]
    [InlineData("下月初", "2026-12-01/2026-12-10")]
    [InlineData("月初", "2026-11-01/2026-11-10")]
    [InlineData("月底", "2026-11-21/2026-11-30")]
    [InlineData("11月24日", "2026-11-24")]
    [InlineData("十一月二十四号", "2026-11-24")]
    [InlineData("1月3号", "2027-01-03")]
    [InlineData("24号", "2026-11-24")]
    [InlineData("2号", "2026-12-02")]
    [InlineData("31号", "2026-10-31")]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("2026/12/1", "2026-12-01")]
    [InlineData("2026年11月24日", "2026-11-24")]
    public void Date_is_read_from_the_day_of_writing(string text, string expected) =>
        Assert.Equal(expected, Values<Entity.DateNamed>(text));

    [Theory]
    [InlineData("每周一")]
    [InlineData("双周周四")]
    [InlineData("一周一次")]
    [InlineData("2月30日")]
    [InlineData("2026-13-01")]
    [InlineData("3号店")]
    [InlineData("生日")]
    public void Date_is_not_seen_where_there_is_none(string text)
    {
        var weekdayOfARule = text == "双周周四" ? "2026-11-26" : "";

        Assert.Equal(weekdayOfARule, Values<Entity.DateNamed>(text));
    }

    [Theory]
    [InlineData("330106100123", "330106100123")]
    [InlineData("3301-0610-0123", "330106100123")]
    [InlineData("330106 100123", "330106100123")]
    [InlineData("证号330106100123谢谢", "330106100123")]
    public void License_is_read(string text, string expected) => Assert.Equal(expected, Values<Entity.LicenseNamed>(text));

    [Theory]
    [InlineData("33010610012")]
    [InlineData("3301061001234")]
    [InlineData("13800000000 2")]
    public void License_is_not_seen_in_other_digits(string text) => Assert.Empty(Values<Entity.LicenseNamed>(text));

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("138 0013 8000", "13800138000")]
    [InlineData("+86 13800138000", "13800138000")]
    [InlineData("12800138000", "")]
    [InlineData("138001380001", "")]
    public void Phone_is_read(string text, string expected) => Assert.Equal(expected, Values<Entity.PhoneNamed>(text));

    [Theory]
    [InlineData("1124-0057", "1124-0057")]
    [InlineData("工单1124-0057处理了吗", "1124-0057")]
    [InlineData("1324-0057", "")]
    [InlineData("2026-1124", "")]
    public void Ticket_is_read(string text, string expected) => Assert.Equal(expected, Values<Entity.TicketNamed>(text));

    [Theory]
    [InlineData("2", "2")]
    [InlineData("384756", "384756")]
    [InlineData("选2", "2")]
    [InlineData("1.5", "")]
    [InlineData("3847561", "")]
    [InlineData("iphone17", "")]
    public void Number_is_read(string text, string expected) => Assert.Equal(expected, Values<Entity.NumberNamed>(text));

    [Fact]
    public void Product_of_digits_is_no_number_but_a_longer_number_is_no_product()
    {
        var alone = EntityFinder.Find("1916", [FakeProducts.Mention("1916", 0)], Today);
        var inside = EntityFinder.Find("331916100123", [FakeProducts.Mention("1916", 2)], Today);

        Assert.Equal("product", Assert.Single(alone).Entity.Type);
        Assert.Equal("license", Assert.Single(inside).Entity.Type);
    }

    private static string Values<T>(string text)
        where T : Entity =>
        string.Join(' ', EntityFinder.Find(text, [], Today).Select(span => span.Entity).OfType<T>().Select(entity => entity.Value));
}

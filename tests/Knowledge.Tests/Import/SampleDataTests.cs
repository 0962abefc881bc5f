using ServiceBot.Fixtures;
using static ServiceBot.Knowledge.Tests.Import.SampleTables;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>The sample county's tables fit together.</summary>
public sealed class SampleDataTests
{
    private static readonly SampleTables Tables = new(SourceFolder);

    private static readonly Dictionary<string, Dictionary<string, string>> Products =
        Tables["卷烟品规"].ToDictionary(row => row["品规代码"]);

    private static readonly Dictionary<string, Dictionary<string, string>> Retailers =
        Tables["零售户"].ToDictionary(row => row["许可证号"]);

    [Fact]
    public void County_is_large_enough()
    {
        Assert.True(Products.Count >= 150);
        Assert.True(Retailers.Count >= 400);
        Assert.True(Tables["新品"].Count >= 6);
        Assert.True(Tables["问答"].Count >= 30);
        Assert.True(Tables["经营政策"].Count >= 4);
        Assert.All(Retailers.Keys, license => Assert.True(LicenseNumber.TryParse(license, out _)));
    }

    [Theory]
    [InlineData("货源投放")]
    [InlineData("增投")]
    [InlineData("订货")]
    [InlineData("到货")]
    [InlineData("新品")]
    public void Products_are_known(string table) =>
        Assert.All(Tables[table], row => Assert.Contains(row["品规代码"], Products.Keys));

    [Theory]
    [InlineData("增投")]
    [InlineData("订货")]
    [InlineData("结算账户")]
    public void Retailers_are_known_and_open(string table) =>
        Assert.All(Tables[table], row => Assert.Equal("正常", Retailers[row["许可证号"]]["状态"]));

    [Fact]
    public void Every_open_retailer_has_an_account() => Assert.Equal(
        Retailers.Values.Where(row => row["状态"] == "正常").Select(row => row["许可证号"]).Order(),
        Tables["结算账户"].Select(row => row["许可证号"]).Order());

    [Fact]
    public void Every_retailer_has_three_officers_and_a_supervisor()
    {
        var staff = Tables["人员"];

        Assert.All(Retailers.Values, retailer =>
        {
            var roles = staff.Where(one => one["线路"].Split('、').Contains(retailer["线路"])).Select(one => one["岗位"]);
            Assert.Equal(["专卖管理员", "客户经理", "市场经理", "送货员"], roles.Order(StringComparer.Ordinal));
            Assert.Contains(staff, one => one["工号"] == retailer["客户经理工号"] && one["岗位"] == "客户经理");
        });
    }

    [Fact]
    public void One_phone_is_shared_by_two_licences_and_no_other() =>
        Assert.Equal(
            ["330106100200", "330106100201"],
            Retailers.Values.GroupBy(row => row["手机号"]).Single(group => group.Count() > 1).Select(row => row["许可证号"]));

    [Fact]
    public void Orders_stay_within_every_limit()
    {
        var limits = Tables["货源投放"].ToLookup(row => (row["开始日期"], row["品规代码"]));
        var bands = Tables["价位段限量"].ToDictionary(row => (row["开始日期"], row["价位段"]));
        var additions = Tables["增投"].ToLookup(row => (row["开始日期"], row["许可证号"], row["品规代码"]));
        foreach (var group in Tables["订货"].GroupBy(row => (Cycle: CycleOf(row["订货日期"]), License: row["许可证号"])))
        {
            var retailer = Retailers[group.Key.License];
            var tier = $"{retailer["档位"]}档";
            var byBand = new Dictionary<string, int>();
            foreach (var row in group)
            {
                var limit = limits[(group.Key.Cycle, row["品规代码"])].Single(one => Covers(one, retailer));
                var added = additions[(group.Key.Cycle, group.Key.License, row["品规代码"])].Sum(one => Number(one["增投(条)"]));
                Assert.InRange(Number(row["数量(条)"]), 1, Number(limit[tier]) + added);
                byBand[limit["价位段"]] = byBand.GetValueOrDefault(limit["价位段"]) + Number(row["数量(条)"]);
            }

            Assert.All(
                byBand.Where(band => band.Key.Length > 0),
                band => Assert.InRange(band.Value, 0, Number(bands[(group.Key.Cycle, band.Key)][tier])));
        }
    }

    [Fact]
    public void Rows_are_unique_and_one_limit_holds_for_a_retailer()
    {
        Assert.Distinct(Tables["订货"].Select(row => (row["订货日期"], row["许可证号"], row["品规代码"])));
        Assert.Distinct(Tables["增投"].Select(row => (row["开始日期"], row["许可证号"], row["品规代码"])));
        foreach (var rows in Tables["货源投放"].GroupBy(row => (row["开始日期"], row["品规代码"])).Where(rows => rows.Count() > 1))
        {
            Assert.All(Retailers.Values, retailer => Assert.InRange(rows.Count(row => Covers(row, retailer)), 0, 1));
        }
    }

    [Fact]
    public void Plan_shows_every_kind_of_row()
    {
        var plan = Tables["货源投放"];

        Assert.Equal(["按价位段自选", "按条件", "按档位"], plan.Select(row => row["投放方式"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["不投", "投放", "新品"], plan.Select(row => row["状态"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["全部", "农网", "城网"], plan.Select(row => row["市场类型"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(plan, row => row["区县"].Length > 0);
        Assert.Contains(plan, row => row["业态"].Length > 0);
        Assert.All(plan, row => Assert.Equal(row["投放方式"] == "按价位段自选", row["价位段"].Length > 0));
    }

    [Fact]
    public void Texts_hold_no_dates_that_would_go_stale()
    {
        var texts = Tables["货源投放"].Select(row => row["条件"]).Concat(Tables["增投"].Select(row => row["原因"]))
            .Concat(Tables["到货"].Select(row => row["说明"])).Concat(Tables["经营政策"].Select(row => row["内容"]));

        Assert.All(texts, text => Assert.DoesNotMatch(@"20\d\d|\d+月\d+日", text));
    }

    [Fact]
    public void New_brands_have_pictures() => Assert.All(Tables["新品"], row =>
        Assert.True(File.Exists(Path.Combine(TestEnvironment.Root, "src", "Bot", "wwwroot", row["图片"].TrimStart('/')))));

    [Fact]
    public void Demo_situations_are_there()
    {
        Assert.Equal(("20", "城网", "周一"), Situation(Demo));
        Assert.Equal(("5", "农网", "周三"), Situation("330106100301"));
        Assert.Equal(("30", "城网", "周一"), Situation("330106100001"));
        Assert.Equal("停业", Retailers["330106100088"]["状态"]);
        Assert.StartsWith("双周", Retailers["330106100250"]["订货日"], StringComparison.Ordinal);
        var account = Tables["结算账户"].Single(row => row["许可证号"] == "330106100045");
        Assert.True(Money(account["余额(元)"]) < Money(account["待扣金额(元)"]));
    }

    private static (string Tier, string Market, string OrderDay) Situation(string license) =>
        (Retailers[license]["档位"], Retailers[license]["市场类型"], Retailers[license]["订货日"]);

    private static string CycleOf(string orderDate)
    {
        var date = Date(orderDate);
        return date.AddDays(-(((int)date.DayOfWeek + 6) % 7)).ToString("yyyy-MM-dd");
    }
}

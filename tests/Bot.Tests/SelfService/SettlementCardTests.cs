using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.SelfService.Home;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>The settlement account in plain words.</summary>
public sealed class SettlementCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly PhraseBook Phrases = PhraseFile.Load(Path.Combine(TestEnvironment.Root, "config"));

    [Fact]
    public void ShortAccount_saysHowMuchIsMissingByWhenAndWhere()
    {
        var card = Card(100m, 1334.5m, Now.AddHours(22.5));

        Assert.Equal("还差 1,234.50 元，请在 11月25日 08:30 前存入", card.Headline);
        Assert.Contains("农商银行尾号 1234", card.NextStep);
        Assert.True(card.IsShort);
    }

    [Fact]
    public void AccountOneCentShort_isShort() => Assert.True(Card(99.99m, 100m, Now.AddHours(1)).IsShort);

    [Fact]
    public void CoveredDeduction_saysWhatIsLeftAfterwards()
    {
        var card = Card(2000m, 500.25m, Now.AddHours(22.5));

        Assert.Equal("够扣。11月25日 08:30 扣 500.25 元，扣完还剩 1,499.75 元", card.Headline);
        Assert.Null(card.NextStep);
        Assert.False(card.IsShort);
    }

    [Fact]
    public void DeductionThatIsPast_claimsNoOutcome_andSaysWhomToAsk()
    {
        var card = Card(100m, 500m, Now.AddHours(-1));

        Assert.Equal("待扣 500.00 元，原定 11月24日 09:00 扣款，时间已过，结果还没更新", card.Headline);
        Assert.NotNull(card.NextStep);
        Assert.False(card.IsShort);
    }

    [Theory]
    [InlineData(100, "还差 400.00 元，扣款时间还没定，请尽早存入", true)]
    [InlineData(900, "够扣。待扣 500.00 元，扣款时间还没定", false)]
    public void DeductionWithoutATime_isSaidSo(int balance, string headline, bool isShort)
    {
        var card = Card(balance, 500m, null);

        Assert.Equal((headline, isShort), (card.Headline, card.IsShort));
    }

    [Fact]
    public void NothingPending_isSaidSo() => Assert.Equal("目前没有待扣的货款。", Card(100m, 0m, null).Headline);

    [Theory]
    [InlineData(35, false)]
    [InlineData(37, true)]
    public void Balance_ofLongAgo_isSaidPlainly(int hours, bool warns)
    {
        var card = Card(100m, 0m, null, Now.AddHours(-hours));

        Assert.Equal(warns, card.Warning is not null);
        Assert.Equal(warns, card.Warning?.Contains("请以银行短信为准", StringComparison.Ordinal) ?? false);
    }

    private static SettlementCard Card(
        decimal balance, decimal pending, DateTimeOffset? deductionAt, DateTimeOffset? balanceAt = null) => SettlementCard.Of(
        new SettlementPosition(
            new SettlementAccount(
                LicenseNumber.Parse("330106100123"), "农商银行", "1234", balance, balanceAt ?? Now.AddHours(-2), pending, deductionAt, ""),
            deductionAt > Now,
            Now.AddHours(-1)),
        Phrases,
        Now);
}

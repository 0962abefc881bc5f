using Microsoft.Extensions.Options;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests;

public sealed class KnowledgeSetupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Storage:Database:Provider", "mysql", "sqlite or postgresql")]
    [InlineData("Storage:Database:Provider", "postgresql", "ConnectionString is needed")]
    [InlineData("Trade:OddWeekAnchor", "2025-12-30", "Monday")]
    public async Task Setting_thatIsWrong_isRefusedAtTheStart(string key, string value, string expected)
    {
        var settings = new Dictionary<string, string?> { ["Storage:DataDirectory"] = _folder.Path, [key] = value };

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => KnowledgeNode.StartAsync(settings));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OddWeekAnchor_byDefault_isTheLastMondayOf2025() =>
        Assert.Equal(new DateOnly(2025, 12, 29), new TradeOptions().OddWeekAnchor);
}

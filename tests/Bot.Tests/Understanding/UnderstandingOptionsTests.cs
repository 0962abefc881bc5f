using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

public class UnderstandingOptionsTests
{
    [Fact]
    public void Defaults_are_the_measured_ones()
    {
        var options = Options();

        Assert.Equal((0.65, 0.9, 0.25), (options.AnswerAt, options.AnswerStrangeWordsAt, options.AskBackAt));
        Assert.Equal(0.5, options.LeastProductScore);
    }

    [Theory]
    [InlineData("AskBackAt", "0.7")]
    [InlineData("AnswerAt", "0.95")]
    [InlineData("AnswerAt", "1.5")]
    public void Thresholds_out_of_order_or_range_are_refused(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() => Options((key, value)));

    private static UnderstandingOptions Options(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Understanding:{setting.Key}", (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddUnderstanding(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<UnderstandingOptions>>().Value;
    }
}

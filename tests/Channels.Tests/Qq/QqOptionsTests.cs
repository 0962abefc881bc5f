using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Qq;

namespace ServiceBot.Channels.Tests.Qq;

public sealed class QqOptionsTests
{
    [Fact]
    public void Options_every_fault_is_told_at_once()
    {
        var faults = Assert.Throws<OptionsValidationException>(() => Read(
            ("AppId", "abc"), ("Secret", ""), ("ApiBaseUrl", "ftp://x"), ("ReplayWindow", "10:00:00"), ("RepliesPerMessage", "0"))).Failures.ToList();

        Assert.Equal(5, faults.Count);
        Assert.All(
            (string[])
            [
                "Channels:Qq:ApiBaseUrl is 'ftp://x/'", "Channels:Qq:AppId must be digits", "Channels:Qq:RepliesPerMessage is '0'. Give 1 to 20",
                "Channels:Qq:ReplayWindow is '10:00:00'", "Channels:Qq:Secret is empty",
            ],
            said => Assert.Contains(faults, fault => fault.Contains(said, StringComparison.Ordinal)));
    }

    [Fact]
    public void Options_defaults_are_QQs_own_limits()
    {
        var options = Read(("AppId", "1"), ("Secret", "s"));

        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(60), 5), (options.GroupWindow, options.PrivateWindow, options.RepliesPerMessage));
        Assert.Equal("https://api.sgroup.qq.com/", options.ApiBaseUrl.AbsoluteUri);
    }

    private static QqOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Channels:Qq:" + setting.Key, (string?)setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddChannels(configuration);
        return services.BuildServiceProvider().GetRequiredService<IOptions<QqOptions>>().Value;
    }
}

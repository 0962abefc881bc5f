using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using ServiceBot.Channels.DirectLine;

namespace ServiceBot.Channels.Tests.DirectLine;

public sealed class DirectLineOptionsTests
{
    [Fact]
    public void Defaults_are_those_that_are_documented()
    {
        var options = new DirectLineOptions();

        Assert.Empty(options.AllowedOrigins);
        Assert.Equal(TimeSpan.FromMinutes(30), options.TokenLifetime);
        Assert.Equal((2000, 3, 4 * 1024 * 1024), (options.MaxText, options.MaxFiles, options.MaxFileBytes));
        Assert.Equal((20_000, 60, 120), (options.MaxSockets, options.PostsPerMinute, options.StartsPerMinute));
        Assert.Equal((TimeSpan.FromSeconds(20), TimeSpan.FromHours(1)), (options.KeepAlive, options.FileLinkLifetime));
    }

    [Fact]
    public void Validate_lists_every_fault_with_its_key_and_never_the_secret()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind(
            Environments.Production,
            ("Secret", "short-secret"), ("AllowedOrigins:0", "shop.example.cn"), ("AllowedOrigins:1", "https://a.cn/page"),
            ("PublicBaseUrl", "bot"), ("TokenLifetime", "0"), ("FileLinkLifetime", "2.00:00:00"), ("KeepAlive", "0"),
            ("MaxText", "0"), ("MaxFiles", "-1"), ("MaxFileBytes", "0"), ("MaxSockets", "0"), ("PostsPerMinute", "0"), ("StartsPerMinute", "0")));

        Assert.Equal(13, exception.Failures.Count());
        Assert.All(exception.Failures, fault => Assert.StartsWith("Channels:DirectLine:", fault, StringComparison.Ordinal));
        Assert.DoesNotContain("short-secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "", false)]
    [InlineData("Development", "", false)]
    [InlineData("Production", "0123456789012345678901234567890", false)]
    [InlineData("Production", "01234567890123456789012345678901", true)]
    [InlineData("Development", "short", true)]
    public void Secret_is_required_and_long_outside_Development(string environment, string secret, bool valid)
    {
        var bind = () => Bind(environment, ("Secret", secret), ("TokenLifetime", "00:30:00"));

        if (valid)
        {
            Assert.Equal(secret, bind().Secret);
        }
        else
        {
            Assert.Contains("Channels:DirectLine:Secret ", Assert.Throws<OptionsValidationException>(bind).Message, StringComparison.Ordinal);
        }
    }

    private static DirectLineOptions Bind(string environment, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create("Channels:DirectLine:" + pair.Key, pair.Value))).Build();
        var services = new ServiceCollection().AddChannels(configuration)
            .AddSingleton(Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DirectLineOptions>>().Value;
    }
}

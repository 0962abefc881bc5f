using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatOptionsTests
{
    [Fact]
    public void Defaults_are_those_that_are_documented()
    {
        var options = new WeChatOptions();

        Assert.Equal(WeChatMode.Secure, options.Mode);
        Assert.Equal(new Uri("https://api.weixin.qq.com"), options.ApiBaseUrl);
        Assert.Equal(TimeSpan.FromSeconds(4.2), options.ReplyBudget);
        Assert.Equal(TimeSpan.FromMinutes(10), options.ReplayWindow);
        Assert.Equal(2, options.ReservedForPeople);
        Assert.False(options.ChoiceLinks);
    }

    [Fact]
    public void Validate_lists_every_fault_with_its_key_and_never_a_secret()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind(
            ("AppId", ""), ("AppSecret", ""), ("Token", "a!"), ("EncodingAesKey", "secret-but-short"), ("ReplyBudget", "00:00:05"),
            ("ReservedForPeople", "5"), ("ApiBaseUrl", "ftp://a.cn"), ("PublicBaseUrl", "bot")));

        string[] keys = ["AppId", "AppSecret", "Token", "EncodingAesKey", "ReplyBudget", "ReservedForPeople", "ApiBaseUrl", "PublicBaseUrl"];
        Assert.All(keys, key => Assert.Contains(
            exception.Failures, fault => fault.Contains($"Channels:WeChat:{key} ", StringComparison.Ordinal)));
        Assert.Equal(keys.Length, exception.Failures.Count());
        Assert.DoesNotContain(exception.Failures, fault => fault.Contains("secret-but-short", StringComparison.Ordinal) || fault.Contains("a!", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("secure", false)]
    [InlineData("compatible", false)]
    [InlineData("plain", true)]
    public void Validate_key_may_be_absent_only_in_plain_mode(string mode, bool valid)
    {
        var bind = () => Bind(("AppId", "wx1"), ("AppSecret", "s"), ("Token", "token"), ("Mode", mode));

        if (valid)
        {
            Assert.Equal(WeChatMode.Plain, bind().Mode);
        }
        else
        {
            Assert.Contains("EncodingAesKey", Assert.Throws<OptionsValidationException>(bind).Message, StringComparison.Ordinal);
        }
    }

    private static WeChatOptions Bind(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create("Channels:WeChat:" + pair.Key, pair.Value))).Build();
        using var provider = new ServiceCollection().AddChannels(configuration).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<WeChatOptions>>().Value;
    }
}

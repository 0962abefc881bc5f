using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Sms;
using ServiceBot.Channels.Sms.Aliyun;

namespace ServiceBot.Channels.Tests.Sms.Aliyun;

public sealed class AliyunSmsOptionsTests
{
    [Fact]
    public void Options_as_documented_are_good() => Assert.Equal("aliyun", Read().Get<SmsOptions>().Provider);

    [Theory]
    [InlineData("AccessKeyId", "", "AccessKeyId is empty")]
    [InlineData("AccessKeySecret", "", "AccessKeySecret is empty")]
    [InlineData("SignName", "", "SignName is empty")]
    [InlineData("ReceiveSecret", "short", "ReceiveSecret must be 24 or more")]
    [InlineData("ReceiveSecret", "slashes/are/not/for/secrets", "ReceiveSecret must be 24 or more")]
    [InlineData("AllowedAddresses:0", AliyunHost.None, "AllowedAddresses is empty")]
    [InlineData("AllowedAddresses:0", "everyone", "AllowedAddresses has 'everyone'")]
    [InlineData("Templates:ticket:Code", "", "Templates:ticket:Code is empty")]
    [InlineData("ApiBaseUrl", "ftp://x", "ApiBaseUrl is 'ftp://x/'")]
    public void Options_fault_names_key_and_remedy(string key, string value, string fault) => Assert.Contains(
        Assert.Throws<OptionsValidationException>(() => Read((key, value)).Get<AliyunSmsOptions>()).Failures,
        failure => failure.StartsWith("Channels:Sms:Aliyun:" + fault, StringComparison.Ordinal));

    /// <summary>What Twilio needs is no fault of a channel without Twilio.</summary>
    [Fact]
    public void Options_of_twilio_are_not_asked_for() => Assert.Equal("", Read().Get<SmsOptions>().AccountSid);

    private static Provider Read(params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddChannels(new ConfigurationBuilder().AddInMemoryCollection(AliyunHost.Settings(settings)).Build());
        return new Provider(services.BuildServiceProvider());
    }

    private sealed record Provider(IServiceProvider Services)
    {
        public T Get<T>()
            where T : class => Services.GetRequiredService<IOptions<T>>().Value;
    }
}

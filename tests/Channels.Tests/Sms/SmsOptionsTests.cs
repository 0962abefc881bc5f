using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Tests.Sms;

public sealed class SmsOptionsTests
{
    [Fact]
    public void Options_of_a_complete_section_are_valid_with_their_defaults()
    {
        var options = Read();

        Assert.Equal("twilio", options.Provider);
        Assert.Equal(new Uri("https://api.twilio.com"), options.ApiBaseUrl);
        Assert.Equal(0, options.PricePerSegment);
    }

    [Fact]
    public void Options_with_a_messaging_service_need_no_number()
    {
        Assert.Equal("MG1", Read(("From", null), ("MessagingServiceSid", "MG1")).MessagingServiceSid);
    }

    [Theory]
    [InlineData("Provider", "pigeon", "Channels:Sms:Provider is 'pigeon'")]
    [InlineData("AccountSid", "", "Channels:Sms:AccountSid is ''")]
    [InlineData("AccountSid", "SK1", "Channels:Sms:AccountSid is 'SK1'")]
    [InlineData("AuthToken", "", "Channels:Sms:AuthToken is empty")]
    [InlineData("From", null, "Channels:Sms:From is ''")]
    [InlineData("From", "500", "Channels:Sms:From is '500'")]
    [InlineData("PublicBaseUrl", null, "Channels:Sms:PublicBaseUrl is ''")]
    [InlineData("PublicBaseUrl", "bot.example.cn", "Channels:Sms:PublicBaseUrl is 'bot.example.cn'")]
    [InlineData("ApiBaseUrl", "ftp://x", "Channels:Sms:ApiBaseUrl is 'ftp://x/'")]
    [InlineData("PricePerSegment", "-1", "Channels:Sms:PricePerSegment is '-1'")]
    public void Options_fault_names_the_key_the_value_and_a_remedy(string key, string? value, string expected)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains(exception.Failures, failure => failure.StartsWith(expected, StringComparison.Ordinal) && failure.Length > expected.Length);
    }

    [Fact]
    public void Options_faults_are_told_all_at_once_and_never_the_token()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(("AccountSid", ""), ("From", null), ("PricePerSegment", "-1")));

        Assert.Equal(3, exception.Failures.Count());
        Assert.DoesNotContain(SmsSettings.Token, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_without_its_section_is_off()
    {
        var services = new ServiceCollection().AddChannels(new ConfigurationBuilder().Build());

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(IReplySender));
    }

    private static SmsOptions Read(params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection().AddLogging().AddChannels(SmsSettings.Configuration(settings));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<SmsOptions>>().Value;
    }
}

using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Tests.Sms;

public sealed class SmsPhoneTests
{
    [Theory]
    [InlineData("+8613800138000", "13800138000")]
    [InlineData("13800138000", "13800138000")]
    [InlineData("+86 138 0013 8000", "13800138000")]
    [InlineData("008613800138000", "13800138000")]
    [InlineData("+15005550006", "+15005550006")]
    [InlineData("+85291234567", "+85291234567")]
    [InlineData("+861064600000", "+861064600000")]
    public void FromProvider_phone_is_in_the_companys_form(string number, string phone)
    {
        Assert.Equal(phone, SmsPhone.FromProvider(number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("10086")]
    [InlineData("BANK")]
    [InlineData("+999")]
    [InlineData("+86138001380001234567")]
    public void FromProvider_what_is_no_phone_is_null(string number)
    {
        Assert.Null(SmsPhone.FromProvider(number));
        Assert.Null(SmsPhone.ToE164(number));
    }

    [Theory]
    [InlineData("13800138000", "+8613800138000")]
    [InlineData("+15005550006", "+15005550006")]
    public void ToE164_phone_in_the_companys_form_is_international(string phone, string expected)
    {
        Assert.Equal(expected, SmsPhone.ToE164(phone));
    }
}

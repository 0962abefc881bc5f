using ServiceBot.Channels.Voice;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class DialledNumberTests
{
    [Theory]
    [InlineData("13800003001", "+8613800003001")]
    [InlineData("0571-80000100", "+8657180000100")]
    [InlineData("010-88886666", "+861088886666")]
    [InlineData("0755 8888666", "+867558888666")]
    [InlineData("+85221234567", "+85221234567")]
    [InlineData("12313", null)]
    [InlineData("400-800-1234", null)]
    [InlineData("80000100", null)]
    [InlineData("0571", null)]
    [InlineData("", null)]
    [InlineData("+86abc", null)]
    public void Of_number_is_E164_where_it_can_be_dialled_from_abroad(string number, string? expected) =>
        Assert.Equal(expected, DialledNumber.Of(number));

    [Theory]
    [InlineData("+8613800001111", "13800001111")]
    [InlineData("+8657180000100", "+8657180000100")]
    [InlineData("+85261234567", "+85261234567")]
    [InlineData("+266696687", null)]
    [InlineData("anonymous", null)]
    [InlineData("Restricted", null)]
    [InlineData("13800001111", null)]
    [InlineData("+86138\n", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void CallerOf_number_is_as_a_retailers_phone_is_written(string? from, string? expected) =>
        Assert.Equal(expected, DialledNumber.CallerOf(from));
}

using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Skills;

public sealed class SpokenTests
{
    [Theory]
    [InlineData(24, "08:00", "今天上午8点", "11月24日 08:00")]
    [InlineData(24, "00:05", "今天凌晨0点5分", "11月24日 00:05")]
    [InlineData(25, "12:00", "明天中午12点", "11月25日 12:00")]
    [InlineData(23, "17:59", "昨天下午5点59分", "11月23日 17:59")]
    [InlineData(20, "20:30", "11月20日晚上8点30分", "11月20日 20:30")]
    public void Moment_is_heard_by_the_day_and_read_by_the_date(int day, string time, string heard, string read)
    {
        var instant = new DateOnly(2026, 11, day).AtInChina(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((heard, read), (TurnOn(ChannelNames.Voice).Moment(instant), TurnOn(ChannelNames.Sms).Moment(instant)));
    }

    [Theory]
    [InlineData(24, "今天", "11月24日(周二)")]
    [InlineData(30, "11月30日周一", "11月30日(周一)")]
    public void Day_is_heard_by_its_name_or_its_weekday(int day, string heard, string read)
    {
        var date = new DateOnly(2026, 11, day);

        Assert.Equal((heard, read), (TurnOn(ChannelNames.Voice).DayOf(date), TurnOn(ChannelNames.Web).DayOf(date)));
    }

    private static Turn TurnOn(string channel) => new(
        1, Messages.Text(""), Conversation.Start(ConversationKey.Create(channel, "test", "1")), null, null, Messages.At);
}

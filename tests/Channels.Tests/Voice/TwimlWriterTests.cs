using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Voice;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class TwimlWriterTests
{
    private static readonly CallState State = new(3, CallAsks.Digits, Heard: 2, Choices: 4, Misses: 1, Waits: 5);

    private static readonly TwimlWriter Writer = new(Options.Create(new VoiceOptions
    {
        PublicBaseUrl = new Uri("https://Bot.example.cn/base/"), CallerId = "+8657180000100",
    }));

    [Fact]
    public void Write_is_utf8_without_a_mark_at_its_start()
    {
        var bytes = Writer.Write([]);

        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?><Response />", Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("<Hangup/> & \"中华\" '软' ]]>")]
    [InlineData("a\u0000b\u0008\uFFFE\uD800c😀")]
    public void Write_words_stay_words_whatever_they_hold(string words)
    {
        var say = Element(new CallAct.Say(words));

        Assert.Equal("Say", say.Name);
        Assert.Empty(say.Elements());
        Assert.Equal(words.Replace("\u0000", "", StringComparison.Ordinal).Replace("\u0008", "", StringComparison.Ordinal)
            .Replace("\uFFFE", "", StringComparison.Ordinal).Replace('\uD800', '\uFFFD'), say.Value);
    }

    [Fact]
    public void Write_every_act_is_the_verb_that_Twilio_documents()
    {
        const string query = "?step=3&amp;asks=Digits&amp;heard=2&amp;choices=4&amp;misses=1&amp;waits=5";
        const string at = "https://Bot.example.cn/base/channels/voice/";
        const string say = "<Say voice=\"Polly.Zhiyu-Neural\" language=\"cmn-CN\">好</Say>";
        CallAct[] script =
        [
            new CallAct.Say("好"),
            new CallAct.Pause(TimeSpan.FromSeconds(1.5)),
            new CallAct.TakeKeys([new CallAct.Say("好")], Single: true, State),
            new CallAct.TakeKeys([], Single: false, State),
            new CallAct.Record(State),
            new CallAct.Dial("+8613800003001", State),
            new CallAct.ComeBack(State),
            new CallAct.HangUp(),
        ];

        var expected = XElement.Parse($"""
            <Response>{say}<Pause length="2"/>
            <Gather action="{at}keys{query}" method="POST" input="dtmf" numDigits="1" finishOnKey="" timeout="8" actionOnEmptyResult="true">{say}</Gather>
            <Gather action="{at}keys{query}" method="POST" input="dtmf" finishOnKey="#" timeout="10" actionOnEmptyResult="true" />
            <Record action="{at}recording{query}" method="POST" maxLength="180" timeout="6" finishOnKey="09*#" playBeep="true" />
            <Redirect method="POST">{at}recording{query}</Redirect>
            <Dial action="{at}put-through{query}" method="POST" answerOnBridge="true" timeout="25" callerId="+8657180000100"><Number>+8613800003001</Number></Dial>
            <Redirect method="POST">{at}waited{query}</Redirect><Hangup/></Response>
            """);

        Assert.Equal(expected.ToString(), Document(script).ToString());
    }

    private static XElement Element(CallAct act) => Assert.Single(Document(act).Elements());

    private static XElement Document(params CallAct[] script) => XElement.Parse(Encoding.UTF8.GetString(Writer.Write(script)));
}

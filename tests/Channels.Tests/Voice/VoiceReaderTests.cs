using Microsoft.Extensions.Options;
using ServiceBot.Channels.Twilio;
using ServiceBot.Channels.Voice;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class VoiceReaderTests
{
    private const string Recording = "RE0123456789abcdef0123456789abcdef";

    private static readonly VoiceReader Reader = new(Options.Create(new VoiceOptions()));

    [Theory]
    [InlineData("ringing", false)]
    [InlineData("in-progress", false)]
    [InlineData("something-new", false)]
    [InlineData("completed", true)]
    [InlineData("busy", true)]
    [InlineData("failed", true)]
    [InlineData("no-answer", true)]
    [InlineData("canceled", true)]
    public void CallOf_status_says_whether_the_caller_is_there(string status, bool ended) =>
        Assert.Equal(ended, Reader.CallOf(Form(("CallStatus", status))).HasEnded);

    [Theory]
    [InlineData("CallSid", "")]
    [InlineData("CallSid", "CA1")]
    [InlineData("CallSid", "CA0123456789abcdef0123456789abcdef/..")]
    [InlineData("AccountSid", "")]
    public void CallOf_field_that_is_none_is_malformed(string name, string value) =>
        Assert.Throws<TwilioFormatException>(() => Reader.CallOf(Form((name, value))));

    [Fact]
    public void EventOf_start_and_wait_say_no_more() => Assert.Equal(
        (new CallEvent.Began(), new CallEvent.Waited()),
        ((CallEvent.Began)VoiceReader.EventOf(VoiceAddresses.Start, Form()), (CallEvent.Waited)VoiceReader.EventOf(VoiceAddresses.Waited, Form())));

    [Theory]
    [InlineData("330106100123")]
    [InlineData("*")]
    [InlineData("")]
    public void EventOf_keys_are_pressed(string keys) =>
        Assert.Equal(new CallEvent.Pressed(keys), VoiceReader.EventOf(VoiceAddresses.Keys, Form(("Digits", keys))));

    [Theory]
    [InlineData(Recording, "12", "#", Recording, "")]
    [InlineData(Recording, "12", "hangup", Recording, "")]
    [InlineData(Recording, "12", "0", Recording, "0")]
    [InlineData(Recording, "0", "hangup", null, "")]
    [InlineData("", "", "", null, "")]
    public void EventOf_recording_says_what_was_recorded(string sid, string seconds, string key, string? recording, string command) =>
        Assert.Equal(
            new CallEvent.Spoke(recording, command),
            VoiceReader.EventOf(VoiceAddresses.Recording, Form(("RecordingSid", sid), ("RecordingDuration", seconds), ("Digits", key))));

    [Fact]
    public void EventOf_recording_of_another_form_is_malformed() => Assert.Throws<TwilioFormatException>(
        () => VoiceReader.EventOf(VoiceAddresses.Recording, Form(("RecordingSid", "../../x"))));

    [Theory]
    [InlineData("completed", true)]
    [InlineData("answered", true)]
    [InlineData("busy", false)]
    [InlineData("no-answer", false)]
    [InlineData("failed", false)]
    [InlineData("canceled", false)]
    [InlineData("", false)]
    public void EventOf_dial_says_whether_somebody_answered(string status, bool answered) =>
        Assert.Equal(new CallEvent.PutThrough(answered), VoiceReader.EventOf(VoiceAddresses.PutThrough, Form(("DialCallStatus", status))));

    private static TwilioForm Form(params (string Name, string Value)[] more) => TwilioForm.Parse(string.Join(
        '&', VoiceHost.Fields(more).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")));
}

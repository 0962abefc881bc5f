using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Voice;

/// <summary>Twilio's fields as a call and what happened on its line. Pure.</summary>
internal sealed partial class VoiceReader(IOptions<VoiceOptions> options)
{
    // Twilio says so when the caller hung up instead of pressing a key.
    private const string HungUp = "hangup";

    /// <summary>The call of a callback.</summary>
    /// <exception cref="TwilioFormatException">A field is missing or not of its form.</exception>
    public Call CallOf(TwilioForm form) => new(
        form.Require("AccountSid"),
        Checked(form.Require("CallSid"), CallSid(), "CallSid"),
        options.Value.TrustCallerNumber ? DialledNumber.CallerOf(form["From"]) : null,
        HasEnded: form["CallStatus"] is "completed" or "busy" or "failed" or "no-answer" or "canceled");

    /// <summary>What a callback on one of <see cref="VoiceAddresses"/> tells.</summary>
    /// <exception cref="TwilioFormatException">A field is not of its form.</exception>
    public static CallEvent EventOf(string path, TwilioForm form) => path switch
    {
        VoiceAddresses.Start => new CallEvent.Began(),
        VoiceAddresses.Keys => new CallEvent.Pressed(form["Digits"] ?? ""),
        VoiceAddresses.Recording => new CallEvent.Spoke(RecordingOf(form), KeyOf(form)),
        VoiceAddresses.PutThrough => new CallEvent.PutThrough(form["DialCallStatus"] is "completed" or "answered"),
        VoiceAddresses.Waited => new CallEvent.Waited(),
        _ => throw new InvalidOperationException($"{path} is none of a call's addresses."),
    };

    private static string? RecordingOf(TwilioForm form) =>
        form["RecordingSid"] is { } sid && form["RecordingDuration"] is not "0" ? Checked(sid, RecordingSid(), "RecordingSid") : null;

    // # only ends the recording.
    private static string KeyOf(TwilioForm form) => form["Digits"] is { } key and not (HungUp or "#") ? key : "";

    private static string Checked(string value, Regex form, string name) =>
        form.IsMatch(value) ? value : throw new TwilioFormatException($"{name} is not of its form.");

    [GeneratedRegex("^CA[0-9a-f]{32}$")]
    private static partial Regex CallSid();

    [GeneratedRegex("^RE[0-9a-f]{32}$")]
    private static partial Regex RecordingSid();
}

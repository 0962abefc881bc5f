using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Voice;

/// <summary>A script as TwiML, Twilio's document of what a line does.</summary>
internal sealed class TwimlWriter(IOptions<VoiceOptions> options)
{
    /// <summary>The media type Twilio reads as TwiML.</summary>
    public const string ContentType = "text/xml; charset=utf-8";

    // Older callers look for the key; a number takes longer than a key.
    private const int SecondsForKey = 8;
    private const int SecondsBetweenDigits = 10;

    private const int LongestRecording = 180;
    private const int SilenceEndsRecording = 6;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>The document, UTF-8 without a byte order mark.</summary>
    public byte[] Write(IEnumerable<CallAct> script)
    {
        using var document = new MemoryStream();
        using (var xml = XmlWriter.Create(document, Settings))
        {
            xml.WriteStartElement("Response");
            WriteActs(xml, script);
            xml.WriteEndElement();
        }

        return document.ToArray();
    }

    private void WriteActs(XmlWriter xml, IEnumerable<CallAct> acts)
    {
        foreach (var act in acts)
        {
            WriteAct(xml, act);
        }
    }

    private void WriteAct(XmlWriter xml, CallAct act)
    {
        switch (act)
        {
            case CallAct.Say say:
                Element(xml, "Say", [("voice", options.Value.Voice), ("language", options.Value.Language)], () => xml.WriteString(Clean(say.Words)));
                break;
            case CallAct.Pause pause:
                Element(xml, "Pause", [("length", Seconds(pause.For))]);
                break;
            case CallAct.TakeKeys keys:
                Element(xml, "Gather", GatherOf(keys), () => WriteActs(xml, keys.Prompts));
                break;
            case CallAct.Record record:
                WriteRecord(xml, Address(VoiceAddresses.Recording, record.Next));
                break;
            case CallAct.Dial dial:
                Element(xml, "Dial", DialOf(dial), () => Element(xml, "Number", [], () => xml.WriteString(dial.Number)));
                break;
            case CallAct.ComeBack back:
                WriteRedirect(xml, Address(VoiceAddresses.Waited, back.Next));
                break;
            case CallAct.HangUp:
                Element(xml, "Hangup", []);
                break;
            default:
                throw new InvalidOperationException($"Unknown act {act.GetType().Name}.");
        }
    }

    // Without actionOnEmptyResult a silence would fall through, and the call end. An empty finishOnKey lets # be a key.
    private (string, string)[] GatherOf(CallAct.TakeKeys keys) =>
    [
        ("action", Address(VoiceAddresses.Keys, keys.Next)),
        ("method", "POST"),
        ("input", "dtmf"),
        .. keys.Single
            ? new[] { ("numDigits", "1"), ("finishOnKey", ""), ("timeout", Number(SecondsForKey)) }
            : [("finishOnKey", "#"), ("timeout", Number(SecondsBetweenDigits))],
        ("actionOnEmptyResult", "true"),
    ];

    private (string, string)[] DialOf(CallAct.Dial dial) =>
    [
        ("action", Address(VoiceAddresses.PutThrough, dial.Next)),
        ("method", "POST"),
        ("answerOnBridge", "true"),
        ("timeout", Seconds(options.Value.DialTimeout)),
        .. options.Value.CallerId is { Length: > 0 } caller ? new[] { ("callerId", caller) } : [],
    ];

    /// <summary>After a recording of nothing Twilio does not call the action but goes on here.</summary>
    private static void WriteRecord(XmlWriter xml, string address)
    {
        Element(xml, "Record",
        [
            ("action", address),
            ("method", "POST"),
            ("maxLength", Number(LongestRecording)),
            ("timeout", Number(SilenceEndsRecording)),
            ("finishOnKey", "09*#"),
            ("playBeep", "true"),
        ]);
        WriteRedirect(xml, address);
    }

    private static void WriteRedirect(XmlWriter xml, string address) =>
        Element(xml, "Redirect", [("method", "POST")], () => xml.WriteString(address));

    private static void Element(XmlWriter xml, string name, (string Name, string Value)[] attributes, Action? content = null)
    {
        xml.WriteStartElement(name);
        Array.ForEach(attributes, attribute => xml.WriteAttributeString(attribute.Name, attribute.Value));
        content?.Invoke();
        xml.WriteEndElement();
    }

    private string Address(string path, CallState state) => VoiceAddresses.Of(options.Value.PublicBaseUrl!, path, state);

    private static string Seconds(TimeSpan time) => Number((int)Math.Ceiling(time.TotalSeconds));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XmlWriter throws for characters that XML cannot hold, and half of a surrogate pair is one.
    private static string Clean(string words) => string.Concat(words.EnumerateRunes()
        .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
}

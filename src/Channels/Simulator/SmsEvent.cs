namespace ServiceBot.Channels.Simulator;

/// <summary>One text message of a simulated phone.</summary>
/// <param name="Number">Counts up from 1 over all phones.</param>
/// <param name="Id">Twilio's id of it.</param>
/// <param name="At">When.</param>
/// <param name="Phone">Whose phone: 11 digits for the mainland, E.164 elsewhere.</param>
/// <param name="Mine">True when the phone's owner wrote it.</param>
/// <param name="Text">The words.</param>
/// <param name="Segments">How many segments it costs.</param>
/// <param name="Call">The API call that brought it; null for what the owner wrote and for what Twilio answers by itself.</param>
public sealed record SmsEvent(
    long Number, string Id, DateTimeOffset At, string Phone, bool Mine, string Text, int Segments, ApiCall? Call);

/// <summary>What came of a text message that was played to the callback.</summary>
/// <param name="Number">The message's <see cref="SmsEvent.Number"/>.</param>
/// <param name="Url">Where it was posted.</param>
/// <param name="Signature">Its signature.</param>
/// <param name="Form">The body as sent.</param>
/// <param name="Status">The HTTP status; null when there was no answer in time.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Response">The answer's body; null when there was none.</param>
public sealed record PlayedSms(
    long Number, string Url, string Signature, string Form, int? Status, double Milliseconds, string? Response);

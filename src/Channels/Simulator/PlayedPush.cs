namespace ServiceBot.Channels.Simulator;

/// <summary>A push and what came of it, down to the wire.</summary>
/// <param name="Url">Where it was posted, with the signed query; every try has the same.</param>
/// <param name="RequestBody">The body as sent.</param>
/// <param name="RequestPlain">The push before it was encrypted.</param>
/// <param name="Tries">One to three; WeChat repeats what is not answered within five seconds.</param>
/// <param name="Messages">What the phone shows; empty when the service had nothing to say, or failed.</param>
public sealed record PlayedPush(
    string Url,
    string RequestBody,
    string RequestPlain,
    IReadOnlyList<PlayedTry> Tries,
    IReadOnlyList<PhoneMessage> Messages);

/// <summary>One try of a push.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="ResponseBody">The answer as it came; null when there was none.</param>
/// <param name="ResponsePlain">The answer after decryption; null when it could not be opened.</param>
/// <param name="Fault">
/// Null when WeChat would be content, else <c>timeout</c>, <c>unreachable</c>, <c>status</c>, <c>unreadable</c>,
/// <c>signature</c>, <c>undecryptable</c> or <c>misaddressed</c>: the retailer then reads that the service is out of order.
/// </param>
public sealed record PlayedTry(
    int Number, int? Status, double Milliseconds, string? ResponseBody, string? ResponsePlain, string? Fault);

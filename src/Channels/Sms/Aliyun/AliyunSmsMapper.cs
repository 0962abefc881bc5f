using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>One entry of Aliyun's pushes in the company's words. Entries are read permissively: numbers may be texts.</summary>
internal static class AliyunSmsMapper
{
    /// <summary>The account part of the threads' keys.</summary>
    public const string Account = "aliyun";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>A message (上行短信); null when it names no phone or has no words.</summary>
    public static Inbound? MapMessage(JsonElement entry, DateTimeOffset now)
    {
        if (SmsPhone.FromProvider(Text(entry, "phone_number")) is not { } phone || Text(entry, "content").Trim() is not { Length: > 0 } words)
        {
            return null;
        }

        var key = ConversationKey.Create(ChannelNames.Sms, Account, phone);
        var (id, at) = (IdOf(entry), TimeOf(entry, now));
        return SmsWords.ConsentOf(words) switch
        {
            SmsConsent.OptOut => new Inbound.OptedOut(words, Answered: false) { Conversation = key, MessageId = id, SentAt = at, Phone = phone },
            SmsConsent.OptIn => new Inbound.OptedIn(words, Answered: false) { Conversation = key, MessageId = id, SentAt = at, Phone = phone },
            _ => new Inbound.Text(words) { Conversation = key, MessageId = id, SentAt = at, Phone = phone },
        };
    }

    /// <summary>A delivery report; null when it is not about a message of ours.</summary>
    public static DeliveryReport? MapReport(JsonElement entry) =>
        long.TryParse(Text(entry, "out_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var outboxId)
            ? new DeliveryReport(
                ChannelNames.Sms,
                Text(entry, "biz_id"),
                Text(entry, "success").Equals("true", StringComparison.OrdinalIgnoreCase) ? DeliveryStage.Delivered : DeliveryStage.Failed,
                Text(entry, "err_code"),
                outboxId)
            : null;

    /// <summary>The provider's number of the message; where it has none, what makes it that message.</summary>
    private static string IdOf(JsonElement entry) => Text(entry, "sequence_id") is { Length: > 0 and <= 64 } sequence
        ? sequence
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', Text(entry, "phone_number"), Text(entry, "send_time"), Text(entry, "dest_code"), Text(entry, "content")))));

    private static DateTimeOffset TimeOf(JsonElement entry, DateTimeOffset now) =>
        DateTime.TryParseExact(
            Text(entry, "send_time"), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year > 1
            ? new DateTimeOffset(local, China)
            : now;

    private static string Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) ? JsonText.Of(value) ?? "" : "";
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Binding;

/// <summary>Makes and checks binding codes, and counts them so that nobody can have codes sent without end.</summary>
internal sealed class BindingCodes(BotDatabase database, IEnumerable<IReplySender> senders)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Wrong tries after which a code is void.</summary>
    public const int MostWrongTries = 5;

    /// <summary>The template that carries a code, with <c>code</c> and <c>minutes</c>.</summary>
    public const string NoticeName = "bind.code";

    /// <summary>Most codes in <see cref="CountedOver"/> for one licence, and from one conversation.</summary>
    public const int MostPerDay = 5;

    /// <summary>The time over which codes are counted.</summary>
    public static readonly TimeSpan CountedOver = TimeSpan.FromDays(1);

    private const string Account = "codes";
    private const int SaltBytes = 16;

    /// <summary>True when codes can be sent at all.</summary>
    public bool CanSend { get; } = senders.Any(sender => sender.Channel == ChannelNames.Sms);

    /// <summary>The thread of a phone that codes go to.</summary>
    public static ConversationKey AddressOf(string phone) => ConversationKey.Create(ChannelNames.Sms, Account, phone);

    /// <summary>How the threads that hold nothing but codes begin.</summary>
    public const string AddressPrefix = $"{ChannelNames.Sms}/{Account}/";

    /// <summary>True for a thread that holds nothing but codes.</summary>
    public static bool IsAddress(ConversationKey conversation) =>
        conversation is { Channel: ChannelNames.Sms, Account: Account };

    /// <summary>A new code of six digits.</summary>
    public static string Create() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The message with the code, also as the template <see cref="NoticeName"/>.</summary>
    public static Reply Message(PhraseBook phrases, string code)
    {
        var minutes = ((int)Lifetime.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        return Reply.OfText(phrases.Say(Sentences.BindCodeMessage, ("code", code), ("minutes", minutes))) with
        {
            Notice = new Notice(NoticeName, new Dictionary<string, string> { ["code"] = code, ["minutes"] = minutes }),
        };
    }

    /// <summary>
    /// What is hashed and compared: the code is good for the holder (<see cref="Holder"/>) whom it was sent to, and one who took
    /// the shop over meanwhile is somebody else.
    /// </summary>
    public static string AnswerOf(string code, string holder) => $"{code}/{holder}";

    /// <summary>A salted hash for the conversation, so that the code itself is stored nowhere but in the message.</summary>
    public static string Hash(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{Convert.ToHexString(salt)}:{Convert.ToHexString(HashOf(salt, code))}";
    }

    /// <summary>Compares in constant time.</summary>
    public static bool IsRight(string code, string stored)
    {
        var parts = stored.Split(':');
        return CryptographicOperations.FixedTimeEquals(
            HashOf(Convert.FromHexString(parts[0]), code), Convert.FromHexString(parts[1]));
    }

    /// <summary>True when today's codes for the licence, or from this conversation, are used up.</summary>
    public async Task<bool> IsUsedUpAsync(
        LicenseNumber license, ConversationKey conversation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var since = (at - CountedOver).ToUnixTimeMilliseconds();
        var (number, key) = (license.Value, conversation.ToString());
        var recent = context.CodeRequests.Where(request => request.At > since);
        return await recent.CountAsync(request => request.License == number, cancellationToken) >= MostPerDay
            || await recent.CountAsync(request => request.Conversation == key, cancellationToken) >= MostPerDay;
    }

    private static byte[] HashOf(byte[] salt, string code) =>
        SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(code)]);
}

using System.Globalization;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Voice;

/// <summary>What the caller did, as a message. A closed set.</summary>
internal abstract record CallWords
{
    private CallWords()
    {
    }

    /// <summary>Chose from the menu, or did something that stands for it.</summary>
    public sealed record Tap(string Key) : CallWords;

    /// <summary>Keyed in a number.</summary>
    public sealed record Digits(string Keys) : CallWords;

    /// <summary>Spoke; the provider has the recording.</summary>
    public sealed record Recording(string Id) : CallWords;
}

/// <summary>A call's steps as <see cref="Inbound"/>.</summary>
internal static class CallMessages
{
    // An answer is told again as long as the call may be about it.
    private static readonly TimeSpan AnswerKept = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The message of a step. Call and step are its id: one step is answered once, however often the provider asks. A caller
    /// who is gone gets no answer kept.
    /// </summary>
    public static Inbound Of(Call call, int step, CallWords words, DateTimeOffset at)
    {
        var key = ConversationKey.Create(ChannelNames.Voice, call.Account, call.Id);
        var id = string.Create(CultureInfo.InvariantCulture, $"{call.Id}.{step}");
        Inbound message = words switch
        {
            CallWords.Tap tap => new Inbound.MenuTap(tap.Key) { Conversation = key, MessageId = id, SentAt = at },
            CallWords.Digits digits => new Inbound.Text(digits.Keys) { Conversation = key, MessageId = id, SentAt = at },
            CallWords.Recording recording => new Inbound.Voice(recording.Id, null) { Conversation = key, MessageId = id, SentAt = at },
            _ => throw new InvalidOperationException($"Unknown words {words.GetType().Name}."),
        };
        return message with { Phone = call.Phone, PassiveFor = call.HasEnded ? null : AnswerKept };
    }
}

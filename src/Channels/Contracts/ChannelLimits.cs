namespace ServiceBot.Channels.Contracts;

/// <summary>What an answer must fit into on a channel.</summary>
/// <param name="MaxCharacters">Most UTF-16 characters of one answer; null where the channel splits by itself.</param>
public sealed record ChannelLimits(int? MaxCharacters)
{
    /// <summary>Two UCS-2 segments of 67 characters.</summary>
    public const int SmsCharacters = 134;

    /// <summary>The limits of a channel by its name.</summary>
    public static ChannelLimits Of(string channel) => new(channel == ChannelNames.Sms ? SmsCharacters : null);
}

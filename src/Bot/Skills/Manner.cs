using ServiceBot.Bot.Dialog;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Skills;

/// <summary>What a channel's nature asks of an answer: short where characters are counted, little at once where it is heard.</summary>
internal static class Manner
{
    private const int MostHeard = 3;
    private const int MostBySms = 5;

    /// <summary>True where answers are read aloud: nothing to tap, and a long list is forgotten before its end.</summary>
    public static bool IsHeard(this Turn turn) => turn.Channel == ChannelNames.Voice;

    /// <summary>True where each character counts.</summary>
    public static bool IsTerse(this Turn turn) => turn.Channel == ChannelNames.Sms;

    /// <summary>How many lines or choices are given at once: as many as usual, or fewer.</summary>
    public static int AtOnce(this Turn turn, int usual) => Math.Min(usual, turn.Channel switch
    {
        ChannelNames.Voice => MostHeard,
        ChannelNames.Sms => MostBySms,
        _ => usual,
    });
}

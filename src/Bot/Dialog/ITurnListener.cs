using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog;

/// <summary>Hears of turns once they are committed.</summary>
internal interface ITurnListener
{
    /// <summary>A turn was committed with this reply, as cut for its channel.</summary>
    void TurnCommitted(Turn turn, Decision decision, Reply? reply);
}

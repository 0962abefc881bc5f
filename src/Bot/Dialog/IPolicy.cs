namespace ServiceBot.Bot.Dialog;

/// <summary>One way to deal with a turn. Policies are asked in order; the first that decides, decides.</summary>
internal interface IPolicy
{
    /// <summary>The decision, or null when this is not for this policy.</summary>
    ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken);
}

namespace ServiceBot.Channels.Voice;

/// <summary>Text as acts: pieces with a short pause between them.</summary>
internal static class SpokenActs
{
    private static readonly CallAct Breath = new CallAct.Pause(TimeSpan.FromSeconds(1));

    public static IEnumerable<CallAct> Of(string text) =>
        SpokenText.Of(text).SelectMany((piece, index) =>
            index == 0 ? [new CallAct.Say(piece)] : new[] { Breath, new CallAct.Say(piece) });
}

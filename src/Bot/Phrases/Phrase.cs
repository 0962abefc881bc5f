namespace ServiceBot.Bot.Phrases;

/// <summary>One sentence the bot may say: its key in the phrase file and the slots that its text may use.</summary>
internal sealed record Phrase(string Key, params string[] Slots);

namespace ServiceBot.Knowledge.Search;

/// <summary>Scores of the ways to recognise a product, in one place so that they stay in order.</summary>
internal static class MatchScores
{
    public const double Name = 1.0;
    public const double TableNickname = 0.98;
    public const double FormedNickname = 0.95;
    public const double TurnedForm = 0.9;
    public const double ShortNickname = 0.86;
    public const double FormPart = 0.85;
    public const double CorePart = 0.8;
    public const double LongerPart = 0.7;
    public const double Brand = 0.5;

    /// <summary>What a score is worth when only the sound is the same.</summary>
    public const double SoundFactor = 0.85;

    /// <summary>What it is worth when the sound is the same to a regional ear only.</summary>
    public const double BlurredSoundFactor = 0.7;

    /// <summary>What it is worth when one character is wrong or missing.</summary>
    public const double TypoFactor = 0.65;

    /// <summary>What it is worth when only the pinyin initials are there.</summary>
    public const double InitialsFactor = 0.75;
}

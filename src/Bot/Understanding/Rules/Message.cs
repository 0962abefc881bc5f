namespace ServiceBot.Bot.Understanding;

/// <summary>A message as the rules see it.</summary>
/// <param name="Text">Normalised.</param>
/// <param name="ModelText">The model's form, with things named as placeholders.</param>
/// <param name="Spans">The things named, in order of appearance.</param>
internal sealed record Message(string Text, string ModelText, IReadOnlyList<EntitySpan> Spans);

using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Finds the products that a normalised text names, in order of appearance, positions in characters of that text. At run
/// time this is <see cref="KnowledgeBase.FindProductsAsync"/>.
/// </summary>
public delegate ValueTask<IReadOnlyList<ProductMention>> ProductFinder(
    string text, CancellationToken cancellationToken);

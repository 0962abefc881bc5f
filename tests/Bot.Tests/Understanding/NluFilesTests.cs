using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

/// <summary>The files in config/nlu as they are shipped.</summary>
public class NluFilesTests
{
    private readonly NluFolder _folder = new(TrainedModel.NluPath);

    [Fact]
    public async Task Examples_of_every_intent_are_at_least_60_different_wordings()
    {
        var examples = await _folder.ReadExamplesAsync(TestContext.Current.CancellationToken);

        Assert.All(Enum.GetValues<Intent>(), intent =>
            Assert.True(Count(examples, intent) >= (intent == Intent.OutOfScope ? 800 : 60), $"{intent} has {Count(examples, intent)}"));
    }

    [Fact]
    public async Task Held_back_wordings_are_enough_to_measure_every_intent()
    {
        var heldBack = await _folder.ReadHeldBackAsync(TestContext.Current.CancellationToken);

        Assert.All(Enum.GetValues<Intent>(), intent =>
            Assert.True(Count(heldBack, intent) >= (intent == Intent.OutOfScope ? 150 : 12), $"{intent} has {Count(heldBack, intent)}"));
    }

    [Fact]
    public async Task Held_back_wordings_are_never_trained_on_however_they_are_folded()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var foreign = await _folder.ReadForeignWordsAsync(cancellation);
        var synonyms = await _folder.ReadSynonymsAsync(foreign, cancellation);
        var examples = await _folder.ReadExamplesAsync(cancellation);
        var set = new TrainingSet(examples, synonyms, foreign);
        var trained = set.Texts(_ => true).Select(text => text.ModelText)
            .Concat(examples.Select(example => example.Wording.Text))
            .ToHashSet();

        var heldBack = await _folder.ReadHeldBackAsync(cancellation);
        var both = heldBack.Where(example =>
            trained.Contains(example.Wording.Text) || trained.Contains(TrainingTexts.WithProducts(example.Wording, synonyms)));

        Assert.Empty(both.Select(example => $"{example.Source} {example.Wording.Text}"));
    }

    private static int Count(IReadOnlyList<LabelledExample> examples, Intent intent) =>
        examples.Where(example => example.Intent == intent).Select(example => example.Wording.Text).Distinct().Count();
}

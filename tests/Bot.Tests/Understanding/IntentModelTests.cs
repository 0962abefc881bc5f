using ServiceBot.Bot.Understanding;
using ServiceBot.Fixtures;

namespace ServiceBot.Bot.Tests.Understanding;

/// <summary>Training, keeping and reading weights, on a few wordings of each label.</summary>
public sealed class IntentModelTests : IDisposable
{
    private readonly TemporaryFolder _nlu = new();
    private readonly TemporaryFolder _models = new();
    private readonly List<string> _progress = [];

    public IntentModelTests()
    {
        Directory.CreateDirectory(_nlu.File("intents"));
        File.WriteAllText(_nlu.File("synonyms.txt"), "多少钱 = 几多钱, 好多钱\n");
        File.WriteAllText(_nlu.File("foreign-goods.txt"), "茅台 手机壳\n");
        File.WriteAllText(_nlu.File("foreign-services.txt"), "花呗 借呗\n");
        File.WriteAllText(_nlu.File("domain-words.txt"), "烟\n");
        Write("price", "{荷花}多少钱\n{利群}什么价格\n价格表发我\n批发价多少\n");
        Write("greeting", "你好\n您好啊\n在吗\n早上好\n");
        Write("out_of_scope", "今天下雨吗\n讲个笑话\n你几岁\n茅台多少钱\n");
    }

    [Fact]
    public async Task Model_is_trained_once_and_then_read()
    {
        var first = await LoadAsync();
        Assert.NotEmpty(_progress);
        _progress.Clear();

        var second = await LoadAsync();

        Assert.Empty(_progress);
        Assert.Equal(first.Version, second.Version);
        Assert.Equal(first.Rank("你好呀")[0].Intent, second.Rank("你好呀")[0].Intent);
        Assert.Single(Directory.GetFiles(_models.Path));
    }

    [Fact]
    public async Task Model_trained_twice_from_the_same_files_is_the_same()
    {
        await LoadAsync();
        var file = Directory.GetFiles(_models.Path).Single();
        var first = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);

        await LoadAsync();

        Assert.Equal(first, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Model_is_trained_again_when_a_wording_is_added()
    {
        var before = await LoadAsync();
        Write("goodbye", "回见\n拜拜\n");

        var after = await LoadAsync();

        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(Intent.Goodbye, after.LabelledAs("回见"));
    }

    [Fact]
    public async Task Model_file_cut_short_is_trained_again()
    {
        await LoadAsync();
        var file = Directory.GetFiles(_models.Path).Single();
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        _progress.Clear();

        await LoadAsync();

        Assert.NotEmpty(_progress);
        Assert.Equal(whole, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Wording_under_two_labels_is_refused_with_both_places()
    {
        Write("thanks", "好嘞\n你  好！\n");

        var fault = await Assert.ThrowsAsync<FormatException>(LoadAsync);

        Assert.Contains("intents/thanks.txt:2", fault.Message, StringComparison.Ordinal);
        Assert.Contains("intents/greeting.txt:1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_named_after_no_label_is_refused_by_name()
    {
        Write("prices", "多少钱\n");

        var fault = await Assert.ThrowsAsync<FormatException>(LoadAsync);

        Assert.Contains("prices", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_that_fails_leaves_the_model_in_force()
    {
        var source = new IntentModelSource(_models.Path);
        await source.LoadAsync(_nlu.Path, progress: null, TestContext.Current.CancellationToken);
        var before = source.Current;
        Write("prices", "多少钱\n");

        await Assert.ThrowsAsync<FormatException>(() =>
            source.LoadAsync(_nlu.Path, progress: null, TestContext.Current.CancellationToken));

        Assert.Same(before, source.Current);
    }

    [Fact]
    public void Source_that_was_never_loaded_says_so() =>
        Assert.Throws<InvalidOperationException>(() => new IntentModelSource(_models.Path).Current);

    public void Dispose()
    {
        _nlu.Dispose();
        _models.Dispose();
    }

    private Task<IntentModel> LoadAsync() =>
        IntentModel.LoadOrTrainAsync(_nlu.Path, _models.Path, _progress.Add, TestContext.Current.CancellationToken);

    private void Write(string label, string lines) => File.WriteAllText(_nlu.File($"intents/{label}.txt"), lines);
}

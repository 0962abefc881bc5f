using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>What the home screen weighs on first load: a cheap phone on a slow line must have it at once.</summary>
[Collection(nameof(PagesHost))]
public sealed partial class PageWeightTests(PagesHost host)
{
    private const int Most = 100 * 1024;

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Home_withStylesAndScripts_isUnder100KilobytesBeforePictures(string encoding)
    {
        using var browser = host.Open("330106100123");
        var html = await browser.ReadAsync("/");
        var files = Files().Matches(html).Select(match => match.Groups[1].Value);

        var weights = new List<(string Path, long Bytes)>();
        foreach (var path in files.Prepend("/"))
        {
            using var response = await browser.GetAsync(path, encoding);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity");
            weights.Add((path, bytes.Length));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{encoding}: {string.Join(", ", weights)}");
        Assert.True(weights.Count >= 2, "The style sheet was not found.");
        Assert.InRange(weights.Sum(weight => weight.Bytes), 1, encoding == "identity" ? Most : Most / 5);
    }

    [Fact]
    public async Task StyleSheet_isKeptByTheBrowser_underItsVersion()
    {
        using var browser = host.Open(license: null);
        var path = Files().Match(await browser.ReadAsync("/")).Groups[1].Value;

        using var response = await browser.GetAsync(path);

        Assert.Contains("?v=", path);
        Assert.True(response.Headers.CacheControl is { Public: true, MaxAge.TotalDays: >= 365 });
    }

    [GeneratedRegex("(?:<link rel=\"stylesheet\" href|<script[^>]* src)=\"(/[^\"]*)\"")]
    private static partial Regex Files();
}

using System.Text.Json;
using ServiceBot.Channels.Sms;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.Sms;

public sealed class SmsSegmentsTests
{
    public static IEnumerable<TheoryDataRow<string, int>> Counted => Vectors().Select(vector =>
    {
        var inputs = vector.GetProperty("inputs");
        var repeat = inputs.TryGetProperty("repeat", out var times) ? times.GetInt32() : 1;
        return new TheoryDataRow<string, int>(
            string.Concat(Enumerable.Repeat(inputs.GetProperty("text").GetString(), repeat)),
            vector.GetProperty("expected").GetProperty("segments").GetInt32());
    });

    [Theory]
    [MemberData(nameof(Counted))]
    public void Count_text_of_the_npm_calculator_gives_its_segments(string text, int segments)
    {
        Assert.Equal(segments, SmsSegments.Count(text));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("“", 1)]
    public void Count_short_text_is_one(string text, int segments)
    {
        Assert.Equal(segments, SmsSegments.Count(text));
    }

    [Fact]
    public void Count_pair_on_the_edge_is_not_split()
    {
        // 67 and 67 would hold 134 units, but the 67th unit would be half an emoji.
        Assert.Equal(3, SmsSegments.Count(new string('中', 66) + "😀" + new string('中', 66)));
        Assert.Equal(3, SmsSegments.Count(new string('a', 152) + "€" + new string('a', 152)));
    }

    [Fact]
    public void CountUcs2_plain_letters_cost_as_much_as_characters()
    {
        Assert.Equal(1, SmsSegments.CountUcs2(new string('a', 70)));
        Assert.Equal(2, SmsSegments.CountUcs2(new string('a', 71)));
    }

    private static JsonElement.ArrayEnumerator Vectors()
    {
        var path = Path.Combine(TestEnvironment.Root, "tests", "Channels.Tests", "Sms", "segments.json");
        return JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)).GetProperty("vectors").EnumerateArray();
    }
}

using System.Text;
using System.Text.Json;
using ServiceBot.Channels.Qq;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.Qq;

public sealed class QqSignatureTests
{
    private static readonly Dictionary<string, JsonElement> Vectors = JsonSerializer.Deserialize<JsonElement>(
            File.ReadAllText(Path.Combine(TestEnvironment.Root, "tests", "Channels.Tests", "Qq", "vectors.json")))
        .GetProperty("vectors").EnumerateArray().ToDictionary(vector => vector.GetProperty("id").GetString()!);

    [Theory]
    [InlineData("qq-op13")]
    [InlineData("qq-key-derivation")]
    [InlineData("qq-event-botgo")]
    public void Key_is_the_published_one(string id)
    {
        var (inputs, expected) = (Vectors[id].GetProperty("inputs"), Vectors[id].GetProperty("expected"));

        Assert.Equal(expected.GetProperty("publicKeyHex").GetString(), new QqSignature(Text(inputs, "secret")).PublicKey);
        if (expected.TryGetProperty("seed", out var seed))
        {
            Assert.Equal(seed.GetString(), Encoding.UTF8.GetString(QqSignature.SeedOf(Text(inputs, "secret"))));
        }
    }

    [Fact]
    public void Sign_address_check_is_the_published_answer()
    {
        var vector = Vectors["qq-op13"];
        var inputs = vector.GetProperty("inputs");

        Assert.Equal(
            Text(vector.GetProperty("expected"), "signature"),
            new QqSignature(Text(inputs, "secret")).Sign(Text(inputs, "event_ts") + Text(inputs, "plain_token")));
    }

    [Fact]
    public void Matches_published_event()
    {
        var vector = Vectors["qq-event-botgo"];
        var inputs = vector.GetProperty("inputs");
        var signature = Text(vector.GetProperty("expected"), "signature");
        var (key, body) = (new QqSignature(Text(inputs, "secret")), Encoding.UTF8.GetBytes(Text(inputs, "body")));

        Assert.True(key.Matches(signature, Text(inputs, "timestamp"), body));
        Assert.True(key.Matches(signature.ToUpperInvariant(), Text(inputs, "timestamp"), body));
        Assert.False(key.Matches(signature, "1728981196", body));
        Assert.False(key.Matches(signature, Text(inputs, "timestamp"), [.. body, (byte)' ']));
        Assert.False(new QqSignature("another-secret").Matches(signature, Text(inputs, "timestamp"), body));
    }

    /// <summary>The vendor's page prints a signature that is not its body's; ours must agree with the stated inputs, not with the page.</summary>
    [Fact]
    public void Sign_faulty_example_of_the_page_is_what_its_inputs_give()
    {
        var vector = Vectors["qq-event-doc"];
        var inputs = vector.GetProperty("inputs");
        var key = new QqSignature(Text(inputs, "secret"));

        Assert.Equal(Text(vector, "computedHere"), key.Sign(Text(inputs, "timestamp") + Text(inputs, "body")));
        Assert.False(key.Matches(
            Text(vector.GetProperty("expected"), "signature"), Text(inputs, "timestamp"), Encoding.UTF8.GetBytes(Text(inputs, "body"))));
    }

    [Fact]
    public void Matches_anything_else_is_refused()
    {
        var key = new QqSignature(QqHost.Secret);
        var signature = key.Sign("1x");

        Assert.True(key.Matches(signature, "1", "x"u8.ToArray()));
        Assert.False(key.Matches(null, "1", "x"u8.ToArray()));
        Assert.False(key.Matches("", "1", "x"u8.ToArray()));
        Assert.False(key.Matches(signature[..^2], "1", "x"u8.ToArray()));
        Assert.False(key.Matches(signature + "00", "1", "x"u8.ToArray()));
        Assert.False(key.Matches(signature[..^2] + "zz", "1", "x"u8.ToArray()));

        // The same signature plus the group's order: mathematically right, so it must be refused by its form.
        Assert.False(key.Matches(signature[..^2] + "ff", "1", "x"u8.ToArray()));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

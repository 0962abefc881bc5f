using ServiceBot.Bot.SelfService.Complaints;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>Photos are told by their first bytes.</summary>
public sealed class PhotoKindTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("52494646240000005745425056503820", "image/webp")]
    [InlineData("52494646240000005741564556503820", null)]
    [InlineData("524946462400000057454250", "image/webp")]
    [InlineData("5249464624000000574542", null)]
    [InlineData("FFD8", null)]
    [InlineData("89504E47", null)]
    [InlineData("", null)]
    [InlineData("47494638396101000100", null)]
    [InlineData("3C737667", null)]
    public void Kind_isToldByTheFirstBytes(string hex, string? kind) => Assert.Equal(kind, PhotoKind.Of(Convert.FromHexString(hex)));
}

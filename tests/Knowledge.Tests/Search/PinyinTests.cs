using ServiceBot.Knowledge.Search;

namespace ServiceBot.Knowledge.Tests.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData('鹤', "he")]
    [InlineData('河', "he")]
    [InlineData('中', "zhong")]
    [InlineData('绿', "lv")]
    [InlineData('长', "zhang")]
    [InlineData('7', "7")]
    public void Sound_is_the_most_common_reading(char character, string expected) =>
        Assert.Equal(expected, Pinyin.Spell(Pinyin.Sound(character)));

    [Fact]
    public void Further_readings_follow() =>
        Assert.Equal("chang", Pinyin.Spell(Pinyin.Sound('长', 1)));

    [Theory]
    [InlineData('中', '宗', true)]
    [InlineData('初', '粗', true)]
    [InlineData('山', '三', true)]
    [InlineData('南', '兰', true)]
    [InlineData('黄', '房', true)]
    [InlineData('金', '精', true)]
    [InlineData('真', '蒸', true)]
    [InlineData('兰', '狼', true)]
    [InlineData('河', '楼', false)]
    [InlineData('软', '硬', false)]
    public void Blurred_sound_joins_what_regions_mix_up(char left, char right, bool same) =>
        Assert.Equal(same, Pinyin.Blur(Pinyin.Sound(left)) == Pinyin.Blur(Pinyin.Sound(right)));

    [Fact]
    public void Word_with_several_readings_has_several_sounds() =>
        Assert.Contains("changcheng", SoundIndex.SoundsOf("长城").Select(sound => string.Concat(sound.Select(Pinyin.Spell))));
}

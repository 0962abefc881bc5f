using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>Any text a person can send: every Unicode character except halves of pairs.</summary>
public sealed record UnicodeText(string Value)
{
    private static readonly Gen<Rune> Runes = Gen.OneOf(
        Gen.Choose(0x20, 0x7E), Gen.Choose(0x4E00, 0x9FFF), Gen.Choose(0x1F300, 0x1FAFF), Gen.Choose(0, 0x2FFF))
        .Select(value => new Rune(value));

    public static Arbitrary<UnicodeText> Arbitrary() => Arb.From(
        Gen.ListOf(Runes).Select(runes => new UnicodeText(string.Concat(runes))));
}

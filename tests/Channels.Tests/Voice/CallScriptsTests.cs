using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Voice;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class CallScriptsTests
{
    private static readonly CallScripts Scripts = new(
        new CallMenu(Options.Create(new VoiceOptions()), VoiceHost.Prompts), VoiceHost.Prompts);

    private static readonly CallState Heard = new(4, Heard: 3);

    public static TheoryData<ReplyPart, string> Parts => new()
    {
        { new ReplyPart.Text("还可订 3 条\n截至 08:30"), "还可订三条。截至上午八点半。" },
        { new ReplyPart.Choices("哪家店", [new Choice("a", "东店"), new Choice("b", "2号店")]), "哪家店。|东店请按一。|二号店请按二。" },
        { new ReplyPart.Cards([new Card("新品：利群", "零售价 20 元/包", "/a.png", "/b")]), "新品：利群。零售价二十元一包。" },
        { new ReplyPart.Call("服务热线", "12313"), "服务热线幺二三幺三。" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Answer_every_part_is_said(ReplyPart part, string expected)
    {
        var script = Scripts.Answer(new Reply([part]), Heard, "");

        var keys = Assert.IsType<CallAct.TakeKeys>(Assert.Single(script));
        Assert.StartsWith(expected, string.Join('|', keys.Prompts.OfType<CallAct.Say>().Select(say => say.Words)), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_parts_are_all_cases_there_are() => Assert.Equal(
        typeof(ReplyPart).GetNestedTypes().Select(type => type.Name).Order(),
        Parts.Select(row => row.Data.Item1.GetType().Name).Distinct().Order());

    [Fact]
    public void Answer_choices_beyond_eight_are_left_out_since_nine_and_zero_mean_something()
    {
        var many = Enumerable.Range(1, 12).Select(number => new Choice($"{number}", $"店{number}")).ToList();

        var script = Scripts.Answer(new Reply([new ReplyPart.Choices("哪家", many)]), Heard, "");

        var keys = Assert.IsType<CallAct.TakeKeys>(Assert.Single(script));
        Assert.Equal((CallAsks.Choice, 8, true), (keys.Next.Asks, keys.Next.Choices, keys.Single));
        Assert.DoesNotContain(keys.Prompts.OfType<CallAct.Say>(), say => say.Words.Contains("请按九", StringComparison.Ordinal));
    }

    [Fact]
    public void Answer_of_several_people_reads_their_numbers_and_rings_nobody()
    {
        var reply = new Reply([new ReplyPart.Call("热线", "0571-80000100"), new ReplyPart.Call("订货", "0571-80000101")]);

        var keys = Assert.IsType<CallAct.TakeKeys>(Assert.Single(Scripts.Answer(reply, Heard, "")));

        Assert.Equal(CallAsks.Menu, keys.Next.Asks);
        Assert.StartsWith("热线零五七幺，八零零零零幺零零。|订货零五七幺，八零零零零幺零幺。",
            string.Join('|', keys.Prompts.OfType<CallAct.Say>().Select(say => say.Words)), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_that_expects_words_rings_nobody_but_records()
    {
        var reply = new Reply([new ReplyPart.Text("下班了"), new ReplyPart.Call("贺小晓", "13800003001")]) { Expects = Expects.Words };

        var script = Scripts.Answer(reply, Heard, "没人接");

        Assert.Equal(["没人接。", "下班了。", "贺小晓幺三八零零零零三零零幺。", "不留按零。"], script.OfType<CallAct.Say>().Select(say => say.Words));
        Assert.Equal(Heard with { Asks = CallAsks.Words }, Assert.IsType<CallAct.Record>(script[^1]).Next);
    }

    [Fact]
    public void Answer_after_waiting_forgets_the_waits_and_keeps_the_misses()
    {
        var script = Scripts.Answer(Reply.OfText("好"), Heard with { Waits = 3, Misses = 2 }, "");

        Assert.Equal(Heard with { Misses = 2 }, Assert.IsType<CallAct.TakeKeys>(Assert.Single(script)).Next);
    }
}

using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatMenuTests
{
    private static readonly string ShippedFile = Path.Combine(TestEnvironment.Root, "config", "wechat-menu.json");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_shipped_menu_is_accepted_with_literal_names()
    {
        await using var host = await WeChatApiHost.StartAsync(("MenuFile", ShippedFile));

        Assert.Empty(await host.Menu.CreateAsync(Cancelled));

        var call = Assert.Single(host.Api.Calls);
        Assert.Equal("/cgi-bin/menu/create", call.Path);
        Assert.Contains("""{"type":"click","name":"本期限量","key":"menu.supply_quota"}""", call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_absent_file_says_which_setting_names_it()
    {
        await using var host = await WeChatApiHost.StartAsync(("MenuFile", "config/no-such-menu.json"));

        Assert.Equal(
            "config/no-such-menu.json was not found. Set Channels:WeChat:MenuFile to the menu's file.",
            Assert.Single(await host.Menu.CreateAsync(Cancelled)));
    }

    [Theory]
    [InlineData("{}", "button has 0 entries")]
    [InlineData("""{"button":[{"type":"click","name":"一二三四五六","key":"k"}]}""", "button[0].name is '一二三四五六', 18 bytes")]
    [InlineData("""{"button":[{"type":"click","name":"一"}]}""", "button[0].key is ''")]
    [InlineData("""{"button":[{"type":"clik","name":"一","key":"k"}]}""", "button[0].type is 'clik'. Use one of click, view,")]
    [InlineData("""{"button":[{"type":"view","name":"一"}]}""", "button[0].url is ''")]
    [InlineData("""{"button":[{"name":"一","sub_button":[{"type":"click","name":"二","key":"k","sub_button":[{"name":"三"}]}]}]}""", "a menu has two levels")]
    [InlineData("""{"button":[{"nam":"一"}]}""", "nam")]
    [InlineData("not json", "is an invalid JSON literal")]
    public async Task Create_faulty_menu_is_not_sent_and_each_fault_named(string menu, string fault)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("menu.json"), menu, Cancelled);
        await using var host = await WeChatApiHost.StartAsync(("MenuFile", folder.File("menu.json")));

        var faults = await host.Menu.CreateAsync(Cancelled);

        Assert.Contains(faults, text => text.StartsWith(folder.File("menu.json"), StringComparison.Ordinal)
            && text.Contains(fault, StringComparison.Ordinal));
        Assert.Empty(host.Api.Calls);
    }

    [Fact]
    public async Task Create_refused_menu_tells_the_code_and_the_remedy()
    {
        await using var host = await WeChatApiHost.StartAsync(("MenuFile", ShippedFile));
        await host.Tokens.GetAsync(Cancelled);
        host.Api.RefuseNext(48001);

        Assert.StartsWith("WeChat refused the menu with 48001: ", Assert.Single(await host.Menu.CreateAsync(Cancelled)), StringComparison.Ordinal);
    }
}

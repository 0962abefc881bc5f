using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatEventMapperTests
{
    [Theory]
    [InlineData("<EventKey></EventKey>", null)]
    [InlineData("", null)]
    [InlineData("<EventKey>qrscene_bind-7</EventKey><Ticket>T</Ticket>", "bind-7")]
    public void Map_follow_carries_the_scene_without_its_prefix(string fields, string? scene) =>
        Assert.Equal(scene, Act<Inbound.Followed>("subscribe", fields).Scene);

    [Fact]
    public void Map_unfollow_is_unfollowed() => Act<Inbound.Unfollowed>("unsubscribe", "<EventKey></EventKey>");

    [Theory]
    [InlineData("SCAN")]
    [InlineData("scan")]
    public void Map_scan_carries_the_scene(string name) =>
        Assert.Equal("bind-7", Act<Inbound.Scanned>(name, "<EventKey>bind-7</EventKey><Ticket>T</Ticket>").Scene);

    [Fact]
    public void Map_menu_tap_carries_its_key() =>
        Assert.Equal("menu.supply_quota", Act<Inbound.MenuTap>("CLICK", "<EventKey>menu.supply_quota</EventKey>").Key);

    [Fact]
    public void Map_scan_that_waits_carries_what_was_scanned() =>
        Assert.Equal("6901028193498", Act<Inbound.Scanned>(
            "scancode_waitmsg",
            """
            <EventKey>menu.scan</EventKey>
            <ScanCodeInfo><ScanType>barcode</ScanType>
            <ScanResult>6901028193498</ScanResult>
            </ScanCodeInfo>
            """).Scene);

    [Theory]
    [InlineData("LOCATION")]
    [InlineData("VIEW")]
    [InlineData("view_miniprogram")]
    [InlineData("scancode_push")]
    [InlineData("pic_sysphoto")]
    [InlineData("pic_photo_or_album")]
    [InlineData("pic_weixin")]
    [InlineData("location_select")]
    [InlineData("MASSSENDJOBFINISH")]
    [InlineData("kf_create_session")]
    [InlineData("kf_close_session")]
    [InlineData("kf_switch_session")]
    [InlineData("subscribe_msg_popup_event")]
    [InlineData("subscribe_msg_change_event")]
    [InlineData("debug_demo")]
    public void Map_event_nobody_waits_for_is_ignored(string name) =>
        Assert.IsType<WeChatMeaning.Ignored>(Map(name, "<EventKey>x</EventKey>"));

    [Theory]
    [InlineData("qualification_verify_success")]
    [InlineData("qualification_verify_fail")]
    [InlineData("naming_verify_success")]
    [InlineData("naming_verify_fail")]
    [InlineData("annual_renew")]
    [InlineData("verify_expired")]
    public void Map_account_housekeeping_is_a_notice(string name) =>
        Assert.Equal(name, Assert.IsType<WeChatMeaning.Notice>(Map(name, "")).Event);

    [Theory]
    [InlineData("success", true)]
    [InlineData("failed:user block", false)]
    [InlineData("failed: system failed", false)]
    [InlineData("", false)]
    public void Map_template_result_is_a_report(string status, bool delivered) =>
        Assert.Equal(
            new DeliveryReport(ChannelNames.WeChat, "200163836", StageOf(delivered), status),
            Report("TEMPLATESENDJOBFINISH", $"<MsgID>200163836</MsgID><Status><![CDATA[{status}]]></Status>"));

    [Theory]
    [InlineData("0", true)]
    [InlineData("43101", false)]
    public void Map_subscription_result_is_a_report(string code, bool delivered) =>
        Assert.Equal(
            new DeliveryReport(ChannelNames.WeChat, "1700827132819554304", StageOf(delivered), "word"),
            Report("subscribe_msg_sent_event", $"""
                <SubscribeMsgSentEvent><List><TemplateId>t</TemplateId><MsgID>1700827132819554304</MsgID>
                <ErrorCode>{code}</ErrorCode><ErrorStatus>word</ErrorStatus></List></SubscribeMsgSentEvent>
                """));

    [Theory]
    [InlineData("{\"MsgID\":\"9\",\"ErrorCode\":\"0\",\"ErrorStatus\":\"success\"}")]
    [InlineData("[{\"MsgID\":\"9\",\"ErrorCode\":0,\"ErrorStatus\":\"success\"}]")]
    public void Map_subscription_result_in_json_is_read_as_one_or_a_list(string list)
    {
        var push = WeChatPush.Read(
            $$"""{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1,"MsgType":"event","Event":"subscribe_msg_sent_event","List":{{list}}}""");

        Assert.Equal(
            new DeliveryReport(ChannelNames.WeChat, "9", DeliveryStage.Delivered, "success"),
            Assert.IsType<WeChatMeaning.Report>(WeChatMapper.Map(push)).Delivery);
    }

    private static DeliveryStage StageOf(bool delivered) => delivered ? DeliveryStage.Delivered : DeliveryStage.Failed;

    [Fact]
    public void Map_two_different_taps_in_one_second_have_two_ids()
    {
        var first = Act<Inbound.MenuTap>("CLICK", "<EventKey>menu.supply_quota</EventKey>");
        var second = Act<Inbound.MenuTap>("CLICK", "<EventKey>menu.settlement_balance</EventKey>");

        Assert.Equal($"{WeChatHost.Retailer}:1764000000:CLICK:menu.supply_quota", first.MessageId);
        Assert.NotEqual(first.MessageId, second.MessageId);
    }

    [Fact]
    public void Map_event_with_a_long_key_has_a_short_id_of_its_own()
    {
        var first = Act<Inbound.MenuTap>("CLICK", $"<EventKey>{new string('k', 128)}1</EventKey>");
        var second = Act<Inbound.MenuTap>("CLICK", $"<EventKey>{new string('k', 128)}2</EventKey>");

        Assert.InRange(first.MessageId.Length, 1, WeChatHead.LongestId);
        Assert.NotEqual(first.MessageId, second.MessageId);
    }

    private static T Act<T>(string name, string fields)
        where T : Inbound => Assert.IsType<T>(Assert.IsType<WeChatMeaning.Message>(Map(name, fields)).Inbound);

    private static DeliveryReport Report(string name, string fields) =>
        Assert.IsType<WeChatMeaning.Report>(Map(name, fields)).Delivery;

    private static WeChatMeaning Map(string name, string fields) =>
        WeChatMapper.Map(WeChatPush.Read(WeChatPushes.Event(name, fields)));
}

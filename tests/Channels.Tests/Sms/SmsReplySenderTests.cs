using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Tests.Sms;

public sealed class SmsReplySenderTests : IDisposable
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    private readonly FakeProvider _provider = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData("AC00000000000000000000000000000001")]
    [InlineData("codes")]
    public async Task Send_reply_of_any_thread_goes_to_its_phone(string account)
    {
        var result = await SendAsync(account: account);

        Assert.Equal(new DeliveryResult.Delivered(1, "SM1"), result);
        Assert.Equal(new SmsMessage(42, "13800138000", "好的", null), Assert.Single(_provider.Messages));
    }

    [Fact]
    public async Task Send_long_reply_goes_on_where_an_earlier_try_ended()
    {
        var line = new string('中', 900);
        var reply = Reply.OfText($"{line}\n{line}一\n{line}二");
        _provider.Results.Enqueue(new DeliveryResult.Delivered(1, "SM1"));
        _provider.Results.Enqueue(new DeliveryResult.Retry(0, TimeSpan.FromSeconds(30), DeliveryCodes.Uncertain));

        var first = await SendAsync(reply);
        var second = await SendAsync(reply, sent: first.MessagesSent, mayHaveArrived: true);

        Assert.Equal(new DeliveryResult.Retry(1, TimeSpan.FromSeconds(30), DeliveryCodes.Uncertain), first);
        Assert.Equal(new DeliveryResult.Delivered(2, "SM1"), second);
        Assert.Equal(
            [(line, false), (line + "一", false), (line + "一", true), (line + "二", false)],
            _provider.Messages.Select(message => (message.Text, message.MayHaveArrived)));
    }

    [Fact]
    public async Task Send_to_who_opted_out_is_given_up_without_a_call()
    {
        var result = await SendAsync(contact: ContactKind.OptOut);

        Assert.Equal(new DeliveryResult.GiveUp(0, "opted_out"), result);
        Assert.Empty(_provider.Messages);
    }

    [Fact]
    public async Task Send_code_to_who_opted_out_goes_all_the_same()
    {
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(account: "codes", contact: ContactKind.OptOut));
    }

    [Fact]
    public async Task Send_answer_to_the_opt_out_itself_goes()
    {
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(contact: ContactKind.OptOut, inReplyTo: "SM9"));
    }

    [Fact]
    public async Task Send_by_templates_only_is_one_message_with_its_notice()
    {
        _provider.TemplatesOnly = true;
        var notice = new Notice("bind.code", new Dictionary<string, string> { ["code"] = "123456" });

        await SendAsync(Reply.OfText(new string('中', SmsText.Longest + 1)) with { Notice = notice });

        Assert.Same(notice, Assert.Single(_provider.Messages).Notice);
    }

    [Fact]
    public void WindowAfter_is_open_but_after_an_opt_out()
    {
        Assert.True(Sender().WindowAfter(new Contact(ContactKind.None, At, 99)).IsOpenAt(At.AddYears(1)));
        Assert.False(Sender().WindowAfter(new Contact(ContactKind.OptOut, At, 0)).IsOpenAt(At));
    }

    private Task<DeliveryResult> SendAsync(
        Reply? reply = null, string account = SmsSettings.Account, ContactKind contact = ContactKind.Message, int sent = 0,
        string? inReplyTo = null, bool mayHaveArrived = false) =>
        Sender().SendAsync(
            new OutboundReply(
                42, ConversationKey.Create(ChannelNames.Sms, account, "13800138000"), reply ?? Reply.OfText("好的"), sent,
                new Contact(contact, At, 0), FromPerson: false, inReplyTo, mayHaveArrived),
            TestContext.Current.CancellationToken);

    private SmsReplySender Sender() => new(_provider, new ChannelMetrics(_services.GetRequiredService<IMeterFactory>()));

    private sealed class FakeProvider : ISmsProvider
    {
        public bool TemplatesOnly { get; set; }

        public List<SmsMessage> Messages { get; } = [];

        public Queue<DeliveryResult> Results { get; } = new();

        public Task<DeliveryResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            Messages.Add(message);
            return Task.FromResult(Results.TryDequeue(out var result) ? result : new DeliveryResult.Delivered(1, "SM1"));
        }
    }
}

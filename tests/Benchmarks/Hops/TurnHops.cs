using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ServiceBot.Benchmarks.Setting;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;
using ServiceBot.Knowledge;

namespace ServiceBot.Benchmarks.Hops;

/// <summary>One message's way in hops: 「软中华这周还能订几条」 from a bound retailer, in secure mode, on SQLite.</summary>
[MemoryDiagnoser]
public class TurnHops
{
    private const string Question = "软中华这周还能订几条";

    private HopScene _scene = null!;
    private WeChatQuery _query = null!;
    private string _body = null!;
    private WeChatOpening.Opened _opened = null!;
    private WaitingTurn _waiting = null!;
    private Reply _reply = null!;
    private string _product = null!;
    private long _number;

    /// <summary>Prepares one encrypted push and one waiting message.</summary>
    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _scene = await HopScene.Shared;
        var (query, body) = new Callback(secure: true, TimeProvider.System).Message(_scene.Retailer.Conversation.Sender, Question);
        _query = WeChatQuery.From(new QueryCollection(QueryHelpers.ParseQuery(query)));
        _body = body;
        _opened = (WeChatOpening.Opened)_scene.Get<WeChatOpener>().Open(_query, _body);
        await _scene.Get<InboxStore>().AcceptAsync(Message(_scene.Retailer), CancellationToken.None);
        _waiting = (await _scene.Get<InboxStore>().NextAsync(_scene.Retailer.Conversation, CancellationToken.None))!;
        var (turn, decision) = await _scene.Get<TurnDecider>().DecideAsync(_waiting, CancellationToken.None);
        _reply = decision.Reply!;
        _product = turn.Mentions.Single().Candidates[0].Product.Code;
    }

    /// <summary>Hop 1 and 2.</summary>
    [Benchmark(Description = "verify, decrypt, parse, map")]
    public object Open() =>
        WeChatMapper.Map(((WeChatOpening.Opened)_scene.Get<WeChatOpener>().Open(_query, _body)).Push);

    /// <summary>Hop 3: one commit, so one sync of the disk, for one message alone.</summary>
    [Benchmark(Description = "inbox: store (a commit)")]
    public Task<(long Seq, bool Repeated)> Store() =>
        _scene.Get<InboxStore>().AcceptAsync(Message(_scene.Other), CancellationToken.None);

    /// <summary>Hop 4.</summary>
    [Benchmark(Description = "inbox: next message with its conversation")]
    public Task Next() =>
        _scene.Get<InboxStore>().NextAsync(_scene.Retailer.Conversation, CancellationToken.None);

    /// <summary>Part of understanding.</summary>
    [Benchmark(Description = "product search")]
    public ValueTask<IReadOnlyList<ProductMention>> FindProducts() =>
        _scene.Get<KnowledgeBase>().FindProductsAsync(Question, CancellationToken.None);

    /// <summary>Product search, entities, intent.</summary>
    [Benchmark(Description = "understanding, product search included")]
    public ValueTask<Understood> Understand() =>
        _scene.Get<Understander>().UnderstandAsync(Question, _waiting.ReceivedAt, CancellationToken.None);

    /// <summary>From memory.</summary>
    [Benchmark(Description = "knowledge: one product's supply")]
    public ValueTask<SupplyAnswer> Supply() =>
        _scene.Get<KnowledgeBase>().SupplyAsync(_scene.Retailer.License, _product, _waiting.ReceivedAt, CancellationToken.None);

    /// <summary>From memory.</summary>
    [Benchmark(Description = "knowledge: all that is orderable")]
    public ValueTask<OrderableAnswer> Orderable() =>
        _scene.Get<KnowledgeBase>().OrderableAsync(_scene.Retailer.License, _waiting.ReceivedAt, CancellationToken.None);

    /// <summary>Hop 5 and 6 without the store.</summary>
    [Benchmark(Description = "turn decision, understanding and knowledge included")]
    public Task Decide() => _scene.Get<TurnDecider>().DecideAsync(_waiting, CancellationToken.None);

    /// <summary>Hop 7 and 8.</summary>
    [Benchmark(Description = "render, encrypt, sign")]
    public byte[] Render() => _scene.Get<WeChatPassiveWriter>().Write(
        _opened, _waiting.Conversation.Key, _scene.Get<WeChatReplyRenderer>().RenderPassive(_reply, ContactKind.Message)!.Message);

    private Inbound.Text Message(BoundRetailer retailer) => new(Question)
    {
        Conversation = retailer.Conversation,
        MessageId = $"hop-{++_number}",
        SentAt = TimeProvider.System.GetUtcNow(),
        PassiveFor = TimeSpan.FromSeconds(16),
    };
}

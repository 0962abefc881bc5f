using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>
/// Plays WeChat's server against this very service: signs and encrypts what a phone does, posts it to the real
/// callback over HTTP, repeats it as WeChat does, and opens the reply.
/// </summary>
public sealed class WeChatPlayer
{
    /// <summary>The account's id that pushes are addressed to.</summary>
    public const string Account = "gh_simulator";

    internal const string ClientName = "wechat-simulator";

    private const int MostTries = 3;

    // WeChat hangs up then, and sends the same push again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IOptions<WeChatOptions> _options;
    private readonly SimulatorEnvelope _envelope;
    private readonly SimulatorReplyReader _reader;
    private readonly WeChatPhones _phones;
    private readonly OwnAddress _address;
    private readonly IHttpClientFactory _clients;
    private readonly TimeProvider _time;

    internal WeChatPlayer(
        IOptions<WeChatOptions> options,
        SimulatorEnvelope envelope,
        SimulatorReplyReader reader,
        WeChatPhones phones,
        OwnAddress address,
        IHttpClientFactory clients,
        TimeProvider time)
    {
        (_options, _envelope, _reader, _phones) = (options, envelope, reader, phones);
        (_address, _clients, _time) = (address, clients, time);
    }

    /// <summary>How pushes are protected: <c>plain</c>, <c>compatible</c> or <c>secure</c>.</summary>
    public string Mode => _options.Value.Mode switch
    {
        WeChatMode.Plain => "plain",
        WeChatMode.Compatible => "compatible",
        _ => "secure",
    };

    /// <summary>Pushes what a person did, and returns what WeChat would show and everything that went over the wire.</summary>
    public async Task<PlayedPush> PushAsync(string openId, PhoneAct act, CancellationToken cancellationToken)
    {
        _phones.GetOrAdd(openId).Touch(act.Contact);
        var plain = SimulatorPushWriter.Write(Account, openId, act, _time.GetUtcNow());
        var push = _envelope.Seal(Account, openId, plain);
        var url = new Uri(_address.Find(), $"{WeChatEndpoint.Path}?{push.Query}");

        // Of a push written by hand, the sender may be anybody.
        var receiver = act is PhoneAct.Raw ? null : openId;
        var tries = new List<PlayedTry>();
        IReadOnlyList<PhoneMessage> messages;
        do
        {
            (var one, messages) = await TryAsync(tries.Count + 1, url, push.Body, receiver, cancellationToken);
            tries.Add(one);
        }
        while (tries.Count < MostTries && IsRepeated(tries[^1]));

        return new PlayedPush(url.AbsoluteUri, push.Body, plain, tries, messages);
    }

    private static bool IsRepeated(PlayedTry last) =>
        last.Fault is "timeout" or "unreachable" || (last.Fault == "status" && last.Status >= 500);

    private async Task<(PlayedTry Try, IReadOnlyList<PhoneMessage> Messages)> TryAsync(
        int number, Uri url, string body, string? receiver, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var (status, response, fault) = await PostAsync(url, body, cancellationToken);
        var took = Math.Round(_time.GetElapsedTime(started).TotalMilliseconds, 1);
        if (fault is not null)
        {
            return (new PlayedTry(number, status, took, response, null, fault), []);
        }

        var opened = _reader.Open(response!, receiver);
        return (new PlayedTry(number, status, took, response, opened.Plain, opened.Fault), opened.Messages);
    }

    private async Task<(int? Status, string? Body, string? Fault)> PostAsync(
        Uri url, string body, CancellationToken cancellationToken)
    {
        using var hangUp = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hangUp.Token, cancellationToken);
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "text/xml");
            using var response = await _clients.CreateClient(ClientName).PostAsync(url, content, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return ((int)response.StatusCode, text, response.IsSuccessStatusCode ? null : "status");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, null, "timeout");
        }
        catch (HttpRequestException)
        {
            return (null, null, "unreachable");
        }
    }
}

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>The real network, which fails the next calls as often as a test says.</summary>
internal sealed class FailingNetwork() : DelegatingHandler(new SocketsHttpHandler())
{
    private int _calls;

    /// <summary>The error of the failing calls.</summary>
    public HttpRequestError Error { get; set; }

    /// <summary>How many more calls fail.</summary>
    public int Failures { get; set; }

    /// <summary>Calls so far, failed ones included.</summary>
    public int Calls => _calls;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return Failures-- > 0
            ? throw new HttpRequestException(Error, "The network failed.")
            : base.SendAsync(request, cancellationToken);
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>An answer; the body stays valid until the connection's next exchange.</summary>
internal readonly record struct HttpAnswer(int Status, ReadOnlyMemory<byte> Body);

/// <summary>
/// One keep-alive connection that exchanges ready-made requests, one at a time. It does no more than it must: on two
/// shared cores a full HTTP client would itself be the limit's limit.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    /// <summary>Connects to the loopback port.</summary>
    public Task ConnectAsync(int port, CancellationToken cancellationToken) =>
        _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken).AsTask();

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="IOException">The server closed the connection or answered beyond the buffer.</exception>
    public async ValueTask<HttpAnswer> ExchangeAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await _socket.SendAsync(request[sent..], cancellationToken);
        }

        _filled = 0;
        int head;
        while ((head = HeadLength()) < 0)
        {
            await FillAsync(cancellationToken);
        }

        return new HttpAnswer(Status(), await BodyAsync(head, cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private int HeadLength()
    {
        var end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8);
        return end < 0 ? -1 : end + 4;
    }

    private int Status() => int.Parse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);

    private async ValueTask<ReadOnlyMemory<byte>> BodyAsync(int head, CancellationToken cancellationToken)
    {
        var length = ContentLength(head);
        return length >= 0
            ? await SizedAsync(head, length, cancellationToken)
            : await ChunkedAsync(head, cancellationToken);
    }

    private int ContentLength(int head)
    {
        var name = "Content-Length: "u8;
        var at = _buffer.AsSpan(0, head).IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(_buffer.AsSpan(at + name.Length), out int length, out _) ? length : -1;
    }

    private async ValueTask<ReadOnlyMemory<byte>> SizedAsync(int from, int length, CancellationToken cancellationToken)
    {
        while (_filled < from + length)
        {
            await FillAsync(cancellationToken);
        }

        return _buffer.AsMemory(from, length);
    }

    /// <summary>Moves the chunks together, over their sizes.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> ChunkedAsync(int head, CancellationToken cancellationToken)
    {
        var (at, end) = (head, head);
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _filled - at).IndexOf("\r\n"u8)) < 0)
            {
                await FillAsync(cancellationToken);
            }

            var size = int.Parse(_buffer.AsSpan(at, line), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            at += line + 2;
            await SizedAsync(at, size + 2, cancellationToken);
            if (size == 0)
            {
                return _buffer.AsMemory(head, end - head);
            }

            _buffer.AsSpan(at, size).CopyTo(_buffer.AsSpan(end));
            (at, end) = (at + size + 2, end + size);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), cancellationToken);
        _filled += read > 0 ? read : throw new IOException("The server closed the connection, or the answer is too long.");
    }
}

using System.Net.Sockets;
using ServiceBot.Benchmarks.Turns;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>Waits for a server that is starting.</summary>
internal static class Listening
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Returns when something listens on the loopback port.</summary>
    /// <exception cref="InvalidOperationException">The server ended before.</exception>
    public static async Task WaitAsync(int port, Func<bool> hasEnded, CancellationToken cancellationToken)
    {
        while (!await ConnectsAsync(port, cancellationToken))
        {
            if (hasEnded())
            {
                throw new InvalidOperationException($"The server for port {port} ended before it listened.");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<bool> ConnectsAsync(int port, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection();
        try
        {
            await connection.ConnectAsync(port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

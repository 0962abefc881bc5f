using System.Diagnostics;

namespace ServiceBot.Knowledge.Tests.Support;

/// <summary>Waits for what another thread, node or program brings about.</summary>
internal static class Eventually
{
    /// <summary>Asks again until it holds; fails after ten seconds.</summary>
    public static async Task TrueAsync(Func<Task<bool>> holds, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"Never came true: {what}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, string)"/>
    public static Task TrueAsync(Func<bool> holds, string what) => TrueAsync(() => Task.FromResult(holds()), what);
}

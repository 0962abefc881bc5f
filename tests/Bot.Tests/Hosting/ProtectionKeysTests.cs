using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Tests.Support;

namespace ServiceBot.Bot.Tests.Hosting;

public sealed class ProtectionKeysTests
{
    [Fact]
    public async Task What_one_process_protects_another_on_the_same_store_reads()
    {
        await using var engine = await Engine.OnSqliteAsync();
        await using var other = engine.Beside();
        await using var first = Services(engine);
        await using var second = Services(other);

        var cookie = Protector(first).Protect("signed in");

        Assert.Equal("signed in", Protector(second).Unprotect(cookie));
    }

    [Fact]
    public async Task What_a_process_on_another_store_protected_is_not_read()
    {
        await using var engine = await Engine.OnSqliteAsync();
        await using var stranger = await Engine.OnSqliteAsync();
        await using var first = Services(engine);
        await using var second = Services(stranger);

        var cookie = Protector(first).Protect("signed in");

        Assert.Throws<CryptographicException>(() => Protector(second).Unprotect(cookie));
    }

    [Fact]
    public async Task Keys_survive_a_restart()
    {
        await using var engine = await Engine.OnSqliteAsync();
        string cookie;
        await using (var before = Services(engine))
        {
            cookie = Protector(before).Protect("signed in");
        }

        await using var after = Services(engine);

        Assert.Equal("signed in", Protector(after).Unprotect(cookie));
        Assert.Single(after.GetRequiredService<IKeyManager>().GetAllKeys());
    }

    private static ServiceProvider Services(Engine engine) =>
        ((ServiceCollection)ProtectionKeys.AddTo(new ServiceCollection().AddLogging().AddSingleton(engine.Database)))
        .BuildServiceProvider();

    private static IDataProtector Protector(IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Voice;

namespace ServiceBot.Channels.Tests.Voice;

public sealed class VoiceOptionsTests
{
    private const string Sid = VoiceHost.Account;

    [Fact]
    public void Defaults_are_those_that_are_documented()
    {
        var options = new VoiceOptions();

        Assert.Equal(("Polly.Zhiyu-Neural", "cmn-CN"), (options.Voice, options.Language));
        Assert.Equal(TimeSpan.FromSeconds(25), options.DialTimeout);
        Assert.True(options.TrustCallerNumber);
        Assert.Equal(
            ["1 supply_quota", "2 settlement_balance", "3 new_brand", "4 hotline", "5 complaint", "6 human_handoff"],
            options.Menu.Select(item => $"{item.Key} {item.Value}"));
    }

    [Fact]
    public void Validate_lists_every_fault_with_its_key_and_never_a_secret()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind(
            ("Channels:Voice:AccountSid", "AC-secret"), ("Channels:Voice:PublicBaseUrl", "ftp://a.cn"), ("Channels:Voice:Voice", ""),
            ("Channels:Voice:Language", ""), ("Channels:Voice:DialTimeout", "00:02:00"), ("Channels:Voice:CallerId", "057180000100"),
            ("Channels:Voice:Menu:9", "hotline"), ("Channels:Voice:Menu:7", "weather")));

        string[] faults =
        [
            "AccountSid is", "AuthToken is", "PublicBaseUrl is", "Voice is", "Language is", "DialTimeout is", "CallerId is",
            "Menu has the key '9'", "Menu:7 is 'weather'",
        ];
        Assert.All(faults, fault => Assert.Contains(exception.Failures, told => told.Contains($"Channels:Voice:{fault}", StringComparison.Ordinal)));
        Assert.Equal(faults.Length, exception.Failures.Count());
        Assert.DoesNotContain(exception.Failures, told => told.Contains("AC-secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Account_is_that_of_sms_when_it_is_not_given()
    {
        var options = Bind(
            ("Channels:Voice:PublicBaseUrl", VoiceHost.BaseUrl), ("Channels:Sms:AccountSid", Sid), ("Channels:Sms:AuthToken", "t"),
            ("Channels:Sms:PreviousAuthToken", "old"));

        Assert.Equal((Sid, "t", "old"), (options.AccountSid, options.AuthToken, options.PreviousAuthToken));
    }

    [Fact]
    public void Account_of_its_own_is_kept_whole()
    {
        var options = Bind(
            ("Channels:Voice:PublicBaseUrl", VoiceHost.BaseUrl), ("Channels:Voice:AccountSid", Sid), ("Channels:Voice:AuthToken", "mine"),
            ("Channels:Sms:AccountSid", "AC" + new string('1', 32)), ("Channels:Sms:AuthToken", "t"), ("Channels:Sms:PreviousAuthToken", "old"));

        Assert.Equal((Sid, "mine", null), (options.AccountSid, options.AuthToken, options.PreviousAuthToken));
    }

    [Fact]
    public async Task Menu_is_as_the_settings_say()
    {
        await using var host = await VoiceHost.StartAsync(("Menu:7", "order_day"), ("Menu:3", ""));

        var response = await host.PostAsync("/channels/voice");

        var words = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("订货日请按七", words, StringComparison.Ordinal);
        Assert.DoesNotContain("新品", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Menu_without_a_key_is_a_fault()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind(
        [
            ("Channels:Voice:AccountSid", Sid), ("Channels:Voice:AuthToken", "t"), ("Channels:Voice:PublicBaseUrl", VoiceHost.BaseUrl),
            .. Enumerable.Range(1, 6).Select(key => ($"Channels:Voice:Menu:{key}", "")),
        ]));

        Assert.StartsWith("Channels:Voice:Menu is empty", Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    private static VoiceOptions Bind(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)).Append(new("Channels:Voice:Unused", "x"))).Build();
        using var provider = new ServiceCollection().AddSingleton(VoiceHost.Prompts).AddVoiceOnly(configuration).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<VoiceOptions>>().Value;
    }
}

file static class VoiceOnly
{
    /// <summary>Without the other channels, whose sections these settings leave half empty.</summary>
    public static IServiceCollection AddVoiceOnly(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddVoice(configuration);
        return services;
    }
}

using Microsoft.Extensions.Configuration;

namespace ServiceBot.Channels.Tests.Sms;

/// <summary>The section as tests set it.</summary>
internal static class SmsSettings
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "s3cr3t";
    public const string Number = "+15005550001";
    public const string Public = "https://bot.example.cn";

    /// <summary>The section with the given keys on top; a null takes a key away.</summary>
    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings)
    {
        (string Key, string? Value)[] all =
        [
            ("AccountSid", Account), ("AuthToken", Token), ("From", Number), ("PublicBaseUrl", Public), .. settings,
        ];
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in all)
        {
            values["Channels:Sms:" + key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}

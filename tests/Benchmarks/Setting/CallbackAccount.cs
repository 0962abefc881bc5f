namespace ServiceBot.Benchmarks.Setting;

/// <summary>The WeChat account that the benchmarks play; none of it is a secret of anyone.</summary>
internal static class CallbackAccount
{
    public const string UserName = "gh_benchmark";
    public const string AppId = "wx0000000000bench";
    public const string Token = "benchmarkToken";
    public const string EncodingAesKey = "benchmarkKeyBenchmarkKeyBenchmarkKeyBenchma";

    /// <summary>
    /// A server for this account in Production, where the log holds warnings and errors and the sample is not loaded.
    /// </summary>
    public static Dictionary<string, string> Environment(bool secure) => new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Channels__WeChat__AppId"] = AppId,
        ["Channels__WeChat__AppSecret"] = "benchmark",
        ["Channels__WeChat__Token"] = Token,
        ["Channels__WeChat__EncodingAesKey"] = EncodingAesKey,
        ["Channels__WeChat__Mode"] = secure ? "secure" : "plain",

        // Nothing should go by API; what did would fail here at once instead of leaving the machine.
        ["Channels__WeChat__ApiBaseUrl"] = "http://127.0.0.1:9",
    };
}

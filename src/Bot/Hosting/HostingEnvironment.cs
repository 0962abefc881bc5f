namespace ServiceBot.Bot.Hosting;

/// <summary>
/// The environment's name, from <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c>. Without either a debug build, which
/// is what <c>dotnet run</c> makes, is Development and a published release is Production. A launch profile would do the same,
/// but <c>dotnet run</c> announces it on standard output, where only results belong.
/// </summary>
internal static class HostingEnvironment
{
#if DEBUG
    private const string Default = "Development";
#else
    private const string Default = "Production";
#endif

    public static string Name =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Default;
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Hosting;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;

namespace ServiceBot.Bot.Tests.Binding;

public sealed class DevelopmentCodesTests
{
    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    public void Codes_are_shown_in_Development_only(string environment, bool shown)
    {
        using var folder = new TemporaryFolder();
        var configFolder = Path.Combine(TestEnvironment.Root, "config");
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.UseConfigFolder(configFolder, environment);
        builder.Configuration["Storage:DataDirectory"] = folder.Path;

        builder.AddServiceBot(configFolder);

        Assert.Equal(shown, builder.Services.Any(service => service.ServiceType == typeof(DevelopmentCodes)));
        Assert.Equal(
            shown,
            builder.Services.Any(service => service.ServiceType == typeof(IReplySender)
                && service.ImplementationFactory?.Method.Module == typeof(DevelopmentCodes).Module));
    }

    [Fact]
    public void Codes_go_out_by_SMS_where_an_account_is_set()
    {
        var configFolder = Path.Combine(TestEnvironment.Root, "config");
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.UseConfigFolder(configFolder, "Development");
        builder.Configuration["Channels:Sms:AccountSid"] = "AC0";

        builder.AddServiceBot(configFolder);

        Assert.DoesNotContain(builder.Services, service => service.ServiceType == typeof(DevelopmentCodes));
    }
}

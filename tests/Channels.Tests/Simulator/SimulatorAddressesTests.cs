using Microsoft.Extensions.Configuration;
using ServiceBot.Channels.Simulator;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.Simulator;

public sealed class SimulatorAddressesTests
{
    [Theory]
    [InlineData("http://localhost:6000", "http://localhost:6000/")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/")]
    [InlineData("https://localhost:6443; http://+:6000", "http://localhost:6000/")]
    public void PostConfigure_stand_in_of_another_port_moves_to_this_server(string urls, string expected)
    {
        var options = Configure(urls, "http://localhost:5080/simulator/wechat-api", "http://localhost:5080");

        Assert.Equal(new Uri(expected + "simulator/wechat-api"), options.ApiBaseUrl);
        Assert.Equal(new Uri(expected), options.PublicBaseUrl);
    }

    [Theory]
    [InlineData("http://localhost:6000", "https://api.weixin.qq.com")]
    [InlineData("http://localhost:6000", "http://localhost:5999/wechat")]
    [InlineData("http://127.0.0.1:0", "http://localhost:5080/simulator/wechat-api")]
    public void PostConfigure_otherwise_leaves_the_addresses(string urls, string api)
    {
        var options = Configure(urls, api, "https://bot.example.cn");

        Assert.Equal((new Uri(api), new Uri("https://bot.example.cn")), (options.ApiBaseUrl, options.PublicBaseUrl));
    }

    [Fact]
    public void PostConfigure_public_address_of_its_own_stays()
    {
        var options = Configure("http://localhost:6000", "http://localhost:5080/simulator/wechat-api", "https://bot.example.cn");

        Assert.Equal(new Uri("https://bot.example.cn"), options.PublicBaseUrl);
    }

    private static WeChatOptions Configure(string urls, string api, string pictures)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build();
        var options = new WeChatOptions { ApiBaseUrl = new Uri(api), PublicBaseUrl = new Uri(pictures) };
        new SimulatorAddresses(configuration).PostConfigure(null, options);
        return options;
    }
}

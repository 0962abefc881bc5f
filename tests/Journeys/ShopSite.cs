using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ServiceBot.Journeys;

/// <summary>Somebody else's site with Web Chat on it, on an origin of its own.</summary>
internal sealed class ShopSite : IAsyncDisposable
{
    // What Web Chat shows is read from its own store: the messages in the order in which they stand on the page.
    private const string Page = """
        <!doctype html><meta charset="utf-8"><title>Shop</title><style>html, body, #chat { height: 100%; margin: 0 }</style>
        <div id="chat"></div><script src="/webchat.js"></script><script>
        const [domain, token] = decodeURIComponent(location.hash.slice(1)).split(' ');
        window.store = WebChat.createStore();
        WebChat.renderWebChat({
          directLine: WebChat.createDirectLine({ domain, token }), store, userID: 'shopper', locale: 'zh-CN',
        }, document.getElementById('chat'));
        window.messages = () => store.getState().activities.filter(activity => activity.type === 'message')
          .map(({ id, text, from, channelData }) => ({ id, text: text || '', role: from.role, state: channelData?.['webchat:send-status'] || '' }));
        </script>
        """;

    private readonly WebApplication _app;

    private ShopSite(WebApplication app) => _app = app;

    /// <summary>Scheme, host and port.</summary>
    public string Origin => _app.Urls.Single();

    /// <summary>Serves the page and the script.</summary>
    public static async Task<ShopSite> StartAsync(string script, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            var isScript = context.Request.Path == "/webchat.js";
            context.Response.ContentType = isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8";
            return context.Response.WriteAsync(isScript ? script : Page);
        });
        await app.StartAsync(cancellationToken);
        return new ShopSite(app);
    }

    /// <summary>The page's address, with what its chat needs.</summary>
    public string PageFor(Uri bot, string token) => $"{Origin}/#{Uri.EscapeDataString($"{bot}v3/directline {token}")}";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

using System.Net;
using System.Text.RegularExpressions;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>
/// Calls to the service phone number on the real program: Twilio's own package signs each step and checks each document, and
/// a stand-in for its REST API gets the codes.
/// </summary>
public sealed partial class VoiceJourney
{
    private const string PublicBaseUrl = "https://phone.example.cn";
    private const string Registered = "+8613800001123";
    private const string Stranger = "+8613911112222";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retailer_is_known_by_the_number_and_hears_own_figures()
    {
        await using var line = await Line.StartAsync(open: true);
        var call = line.Call(Registered);

        await call.BeginAsync(Cancel);
        await call.PressAsync("1", Cancel);
        var quota = call.Words;
        await call.PressAsync("2", Cancel);
        var balance = call.Words;
        await call.PressAsync("3", Cancel);
        var newBrands = call.Words;
        await call.PressAsync("1", Cancel);
        var card = call.Words;
        await call.PressAsync("9", Cancel);

        Assert.Matches("还可以订.条。限量.+条，已经订了.+条。", quota);
        Assert.Matches("账户余额.+元", balance);
        Assert.Matches("适合您的新品有.款", newBrands);
        Assert.Matches("口味是.+，产地", card);
        Assert.Equal(card, call.Words);
        Assert.All([quota, balance, newBrands, card], words => Assert.Contains("截至", words, StringComparison.Ordinal));
        Assert.All([quota, balance, newBrands, card], words => Assert.DoesNotMatch("[0-9（）「」·]|回复|点击", words));
    }

    [Fact]
    public async Task Stranger_keys_in_licence_and_code_and_then_hears_figures()
    {
        await using var line = await Line.StartAsync(open: true);
        var call = line.Call(Stranger);

        await call.BeginAsync(Cancel);
        await call.PressAsync("3", Cancel);
        var asked = call.Words;
        await call.PressAsync("330106100123", Cancel);
        var sent = call.Words;
        await call.PressAsync(await line.CodeAsync(), Cancel);
        var bound = call.Words;
        await call.PressAsync("1", Cancel);

        Assert.Contains("请输入十二位烟草专卖零售许可证号", asked, StringComparison.Ordinal);
        Assert.DoesNotMatch("新品有|条。", asked);
        Assert.Contains("验证码已发到尾号幺幺二三的手机", sent, StringComparison.Ordinal);
        Assert.Contains("解放路惠民便利店", bound, StringComparison.Ordinal);
        Assert.Matches("还可以订.条。限量", call.Words);
    }

    [Fact]
    public async Task Complaint_is_recorded_and_is_a_ticket()
    {
        await using var line = await Line.StartAsync(open: true);
        var call = line.Call(Registered);

        await call.BeginAsync(Cancel);
        await call.PressAsync("5", Cancel);
        Assert.NotNull(call.Document.Element("Record"));
        var recording = await call.SpeakAsync("#", Cancel);

        Assert.Matches("投诉已记录，编号[零幺二三四五六七八九]{4}，[零幺二三四五六七八九]{4,}", call.Words);
        Assert.Contains(recording, await line.TicketsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaint_of_a_caller_who_hangs_up_is_a_ticket_all_the_same()
    {
        await using var line = await Line.StartAsync(open: true);
        var call = line.Call(Registered);

        await call.BeginAsync(Cancel);
        await call.PressAsync("5", Cancel);
        var recording = await call.SpeakAsync("hangup", Cancel);

        while (!(await line.TicketsAsync()).Contains(recording, StringComparison.Ordinal))
        {
            await Task.Delay(50, Cancel);
        }
    }

    [Fact]
    public async Task Manager_is_rung_in_working_hours_and_who_does_not_answer_gets_a_message()
    {
        await using var line = await Line.StartAsync(open: true);
        var call = line.Call(Registered);

        await call.BeginAsync(Cancel);
        await call.PressAsync("6", Cancel);
        Assert.Equal("+8613800003001", call.Document.Element("Dial")?.Value);
        await call.DialledAsync("no-answer", Cancel);
        Assert.StartsWith("客户经理这会儿没有接电话。", call.Words, StringComparison.Ordinal);
        var recording = await call.SpeakAsync("#", Cancel);

        Assert.StartsWith("已记下您的留言", call.Words, StringComparison.Ordinal);
        Assert.Contains(recording, await line.TicketsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manager_is_left_a_message_out_of_hours()
    {
        await using var line = await Line.StartAsync(open: false);
        var call = line.Call(Registered);

        await call.BeginAsync(Cancel);
        await call.PressAsync("6", Cancel);
        Assert.Null(call.Document.Element("Dial"));
        Assert.Contains("休息时间", call.Words, StringComparison.Ordinal);
        var recording = await call.SpeakAsync("#", Cancel);

        Assert.StartsWith("已记下您的留言", call.Words, StringComparison.Ordinal);
        Assert.Contains(recording, await line.TicketsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeat_of_a_step_and_a_restart_between_two_tell_the_same_and_run_once()
    {
        await using var line = await Line.StartAsync(open: true);
        var call = line.Call(Registered);
        await call.BeginAsync(Cancel);
        await call.PressAsync("2", Cancel);
        var told = call.Words;

        await call.RepeatAsync(Cancel);
        Assert.Equal(told, call.Words);
        Assert.Matches("servicebot_turns_total{[^}]*channel=\"voice\"[^}]*} 1\\s", await line.MetricsAsync());
        await line.RestartAsync();
        await call.RepeatAsync(Cancel);

        Assert.Equal(told, call.Words);
        Assert.DoesNotContain("servicebot_turns_total{", await line.MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsigned_step_is_refused_with_an_empty_401()
    {
        await using var line = await Line.StartAsync(open: true);

        using var response = await line.PostUnsignedAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();

    /// <summary>The program with its phone number, and Twilio on the other side.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly HttpClient _client = new();

        private Line(FakeTwilioApi api, bool open)
        {
            Api = api;
            Bot = new BotProcess(_folder.Path, Settings(api, open));
        }

        private FakeTwilioApi Api { get; }

        private BotProcess Bot { get; }

        public static async Task<Line> StartAsync(bool open)
        {
            TestEnvironment.RequireProgram("node");
            var line = new Line(await FakeTwilioApi.StartAsync(TimeProvider.System, Cancel), open);
            TrainedModels.Restore(line._folder.Path);
            await line.Bot.StartAsync(line._client, Cancel);
            TrainedModels.Keep(line._folder.Path);
            return line;
        }

        public TwilioCall Call(string from) =>
            new(_client, Bot.Address, new TwilioLine(PublicBaseUrl, Api.AccountSid, Api.AuthToken, from));

        public async Task RestartAsync()
        {
            await Bot.KillAsync();
            await Bot.StartAsync(_client, Cancel);
        }

        public Task<string> MetricsAsync() => _client.GetStringAsync(new Uri(Bot.Address, "/metrics"), Cancel);

        public Task<HttpResponseMessage> PostUnsignedAsync() => _client.PostAsync(
            new Uri(Bot.Address, "/channels/voice"), new FormUrlEncodedContent([new("CallSid", "CA" + new string('0', 32))]), Cancel);

        public async Task<string> TicketsAsync() => (await Bot.RunAsync(["tickets"], null, Cancel)).Output;

        /// <summary>The code that went to the registered phone.</summary>
        public async Task<string> CodeAsync()
        {
            FakeTwilioMessage? message;
            while (!Api.Messages.TryDequeue(out message))
            {
                await Task.Delay(50, Cancel);
            }

            Assert.Equal(Registered, message.To);
            return Code().Match(message.Body).Value;
        }

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Api.DisposeAsync();
            _client.Dispose();
            _folder.Dispose();
        }

        private static Dictionary<string, string> Settings(FakeTwilioApi api, bool open)
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));
            var settings = new Dictionary<string, string>
            {
                ["Channels__Sms__AccountSid"] = api.AccountSid,
                ["Channels__Sms__AuthToken"] = api.AuthToken,
                ["Channels__Sms__From"] = "+15005550006",
                ["Channels__Sms__PublicBaseUrl"] = PublicBaseUrl,
                ["Channels__Sms__ApiBaseUrl"] = api.BaseUrl.ToString(),
                ["Channels__Voice__PublicBaseUrl"] = PublicBaseUrl,
                ["Handoff__WorkingHours__Spans__0"] = "周一-周日 00:00-12:00",
                ["Handoff__WorkingHours__Spans__1"] = "周一-周日 12:00-23:59",
            };
            for (var day = 0; !open && day < 2; day++)
            {
                settings[$"Handoff__WorkingHours__Holidays__{day}"] = today.AddDays(day).ToString("yyyy-MM-dd", null);
            }

            return settings;
        }
    }
}

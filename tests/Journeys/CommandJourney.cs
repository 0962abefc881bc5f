using System.Text;
using System.Text.Json;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>The commands of the contract, run as a person or a script runs them.</summary>
public sealed class CommandJourney(PostgresServer postgres, RedisServer redis) : IDisposable
{
    private const string Demo = "330106100123";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BackendKind.SqliteAndGarnet)]
    [InlineData(BackendKind.PostgresAndRedis)]
    public async Task Ask_json_follows_the_contract(BackendKind backend)
    {
        await using var bot = await ProgramAsync(backend);

        var (exitCode, output, _) = await bot.RunAsync(["ask", "软中华限量多少", "--retailer", Demo, "--json"], null, Cancel);

        Assert.Equal(0, exitCode);
        var answer = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.Equal(
            ["text", "intent", "confidence", "entities", "reply", "choices", "handoff", "elapsedMs"],
            answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal("supply_quota", answer.GetProperty("intent").GetString());
        Assert.Equal("中华(软)", answer.GetProperty("entities")[0].GetProperty("value").GetString());
        Assert.Contains("限量 6 条", answer.GetProperty("reply").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_stdin_is_one_conversation()
    {
        await using var bot = await ProgramAsync(BackendKind.SqliteAndGarnet);

        var (_, output, _) = await bot.RunAsync(
            ["ask", "--stdin", "--retailer", Demo, "--json"], "软中华限量多少\n那硬的呢\n", Cancel);

        var replies = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("reply").GetString()!)
            .ToList();
        Assert.StartsWith("中华(软)：", replies[0], StringComparison.Ordinal);
        Assert.StartsWith("中华(硬)：", replies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_json_follows_the_contract()
    {
        await using var bot = await ProgramAsync(BackendKind.SqliteAndGarnet);
        var file = _folder.File("rows.csv");
        await File.WriteAllTextAsync(file, "text,intent\n软中华还能订几条,supply_quota\n明天会下雨吗,out_of_scope\n", Cancel);

        var (exitCode, output, _) = await bot.RunAsync(["evaluate", file, "--json"], null, Cancel);

        Assert.Equal(0, exitCode);
        var report = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.Equal(
            ["total", "correct", "accuracy", "macroF1", "perIntent", "confusions", "outOfScopeTotal", "falseAnswers"],
            report.EnumerateObject().Select(property => property.Name));
        Assert.Equal(2, report.GetProperty("correct").GetInt32());
        Assert.Equal(0, report.GetProperty("falseAnswers").GetInt32());
    }

    [Fact]
    public async Task Evaluate_unknown_label_names_its_row()
    {
        await using var bot = await ProgramAsync(BackendKind.SqliteAndGarnet);
        var file = _folder.File("rows.csv");
        await File.WriteAllTextAsync(file, "text,intent\n你好,greeting\n你好,hello\n", Cancel);

        var (exitCode, _, error) = await bot.RunAsync(["evaluate", file], null, Cancel);

        Assert.Equal(1, exitCode);
        Assert.Contains("row 3: 'hello'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_with_faults_names_them_all_and_changes_nothing()
    {
        await using var bot = await ProgramAsync(BackendKind.SqliteAndGarnet);
        var table = _folder.File("结算账户.csv");
        await File.WriteAllTextAsync(
            table,
            "许可证号,开户银行,账号尾号,余额(元),余额时间,待扣金额(元),扣款时间,上次扣款结果\n"
            + $"{Demo},工商银行,1234,十块,2026-11-24 08:00,0,,\n33010610012,工商银行,1234,1.00,昨天,0,,\n",
            new UTF8Encoding(true),
            Cancel);

        var (exitCode, _, error) = await bot.RunAsync(["import", table], null, Cancel);
        var (_, answer, _) = await bot.RunAsync(["ask", "余额", "--retailer", Demo], null, Cancel);

        Assert.Equal(1, exitCode);
        Assert.Contains("结算账户.csv，第 2 行，列 余额(元)：「十块」", error, StringComparison.Ordinal);
        Assert.Contains("第 3 行，列 许可证号：「33010610012」", error, StringComparison.Ordinal);
        Assert.Contains("第 3 行，列 余额时间：「昨天」", error, StringComparison.Ordinal);
        Assert.Contains("账户余额 11,407.92 元", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BackendKind.SqliteAndGarnet)]
    [InlineData(BackendKind.PostgresAndRedis)]
    public async Task Import_beside_a_running_server_is_answered_from_at_once_and_can_be_put_back(BackendKind backend)
    {
        TestEnvironment.RequireProgram("node");
        using var client = new HttpClient();
        await using var bot = await ProgramAsync(backend);
        await bot.StartAsync(client, Cancel);
        var wechat = new SecureWeChat(client, bot.Address);
        var before = await wechat.SendAsync("oImport", "热线", Cancel);
        var (_, versions, _) = await bot.RunAsync(["versions"], null, Cancel);
        var table = _folder.File("热线.csv");
        await File.WriteAllTextAsync(table, "名称,号码,服务时间,说明\n新热线,0571-96368,全天,\n", Cancel);

        var (dryExit, dry, _) = await bot.RunAsync(["import", table, "--dry-run"], null, Cancel);
        var afterDryRun = await wechat.SendAsync("oImport", "热线", Cancel);
        var (exit, done, _) = await bot.RunAsync(["import", table], null, Cancel);
        var after = await wechat.SendAsync("oImport", "热线", Cancel);
        var (backExit, _, _) = await bot.RunAsync(["put-back", versions.Split(' ')[0]], null, Cancel);

        Assert.Equal((0, 0, 0), (dryExit, exit, backExit));
        Assert.Contains("新增 1", dry, StringComparison.Ordinal);
        Assert.Equal(before, afterDryRun);
        Assert.Contains("完成", done, StringComparison.Ordinal);
        Assert.Contains("0571-96368", after, StringComparison.Ordinal);
        Assert.DoesNotContain("12313", after, StringComparison.Ordinal);
        Assert.Equal(before, await wechat.SendAsync("oImport", "热线", Cancel));
    }

    [Fact]
    public async Task Settings_with_faults_are_listed_in_one_message()
    {
        await using var bot = new BotProcess(_folder.Path, new Dictionary<string, string>
        {
            ["Storage__Database__Provider"] = "oracle",
            ["Channels__WeChat__AppSecret"] = "",
            ["Handoff__ClaimWithin"] = "00:00:01",
        });

        var (exitCode, _, error) = await bot.RunAsync([], null, Cancel);

        Assert.Equal(1, exitCode);
        Assert.Contains("Storage:Database:Provider is sqlite or postgresql", error, StringComparison.Ordinal);
        Assert.Contains("AppSecret is empty", error, StringComparison.Ordinal);
        Assert.Contains("ClaimWithin", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_listens_on_every_address_as_in_a_container()
    {
        using var client = new HttpClient();
        TrainedModels.Restore(_folder.Path);
        await using var bot = new BotProcess(_folder.Path) { ListensOn = "http://+" };
        await bot.StartAsync(client, Cancel);

        Assert.Contains($"http://localhost:{bot.Address.Port}/health/ready", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_sample_no_simulator_and_no_default_secret()
    {
        using var client = new HttpClient();
        TrainedModels.Restore(_folder.Path);
        await using var bot = new BotProcess(_folder.Path, new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        });
        await bot.StartAsync(client, Cancel);

        foreach (var path in (string[])["/simulator", "/simulator/personas", "/channels/wechat"])
        {
            using var response = await client.GetAsync(new Uri(bot.Address, path), Cancel);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        }

        var (_, versions, _) = await bot.RunAsync(["versions"], null, Cancel);
        Assert.Equal("", versions.Trim());
    }

    private async Task<BotProcess> ProgramAsync(BackendKind backend)
    {
        TrainedModels.Restore(_folder.Path);
        return new BotProcess(_folder.Path, await Backends.SettingsAsync(backend, postgres, redis));
    }
}

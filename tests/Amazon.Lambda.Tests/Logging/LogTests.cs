using System.Text.RegularExpressions;
using Amazon.Lambda.Core;
using Infra.Amazon.Lambda.Tests.Process;
using Infra.Amazon.Lambda.Tests.RuntimeApi;

namespace Infra.Amazon.Lambda.Tests.Logging;

public class LogTests
{
    private const string Level = "AWS_LAMBDA_LOG_LEVEL";
    private const string HandlerLevel = "AWS_LAMBDA_HANDLER_LOG_LEVEL";
    private const string Format = "AWS_LAMBDA_LOG_FORMAT";
    private const string HandlerFormat = "AWS_LAMBDA_HANDLER_LOG_FORMAT";

    [Fact]
    public async Task A_line_is_time_request_id_level_and_message()
    {
        var line = Assert.Single(await LogOf(log => log.LogInformation("served {key} in {ms} ms", "a.crl", 12)));

        Assert.Matches($@"^\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}Z\t{Regex.Escape(Some.RequestId)}\tinfo\tserved a.crl in 12 ms$", line);
    }

    [Fact]
    public async Task Every_level_has_its_label()
    {
        var lines = await LogOf(
            log =>
            {
                log.LogTrace("m");
                log.LogDebug("m");
                log.LogInformation("m");
                log.LogWarning("m");
                log.LogError("m");
                log.LogCritical("m");
            },
            (Level, "TRACE"));

        Assert.Equal(["trce", "dbug", "info", "warn", "fail", "crit"], lines.Select(LabelOf));
    }

    [Theory]
    [InlineData(null, null, "info warn fail crit")]
    [InlineData(null, "nonsense", "info warn fail crit")]
    [InlineData(null, "INFO", "info warn fail crit")]
    [InlineData(null, "WARN", "warn fail crit")]
    [InlineData(null, "FATAL", "crit")]
    [InlineData("Error", "TRACE", "fail crit")]
    [InlineData("debug", null, "dbug info warn fail crit")]
    public async Task The_level_setting_decides_what_is_written(string? handlerLevel, string? level, string expected)
    {
        var lines = await LogOf(
            log =>
            {
                foreach (var each in Enum.GetValues<LogLevel>())
                {
                    log.Log(each, "m");
                }
            },
            (HandlerLevel, handlerLevel),
            (Level, level));

        Assert.Equal(expected, string.Join(' ', lines.Select(LabelOf)));
    }

    [Fact]
    public async Task An_exception_follows_its_message()
    {
        var lines = await LogOf(log => log.LogError(new TimeoutException("S3"), "no answer for {key}", "a.crl"));

        Assert.EndsWith("\tfail\tno answer for a.crl", lines[0], StringComparison.Ordinal);
        Assert.Equal("System.TimeoutException: S3", lines[1]);
    }

    [Fact]
    public async Task The_console_and_the_static_logger_lead_into_the_same_log()
    {
        var lines = await LogOf(_ =>
        {
            Console.WriteLine("to out");
            Console.WriteLine(17);
            Console.WriteLine("{0} of {1}", 1, 2);
            Console.Error.WriteLine("to error");
            LambdaLogger.Log("static");
            LambdaLogger.Log(LogLevel.Warning, "careful {n}", 3);
            Console.Write("passes through\n");
        });

        Assert.Equal(
            ["info\tto out", "info\t17", "info\t1 of 2", "fail\tto error", "info\tstatic", "warn\tcareful 3"],
            lines.Take(6).Select(line => line.Split('\t', 3)[2]));
        Assert.Equal("passes through", lines[6]);
    }

    [Fact]
    public async Task The_console_is_its_own_again_after_the_bootstrap()
    {
        await LogOf(_ => { });

        using var console = new CapturedConsole();
        Console.WriteLine("plain");
        LambdaLogger.Log("plain too");

        Assert.Equal(["plain", "plain too"], console.Lines);
    }

    [Fact]
    public async Task Unformatted_lines_are_the_message_alone()
    {
        var lines = await LogOf(log => log.LogWarning("just {what}", "this"), (HandlerFormat, "Unformatted"));

        Assert.Equal(["just this"], lines);
    }

    [Fact]
    public async Task Json_lines_carry_the_arguments_as_members()
    {
        var lines = await LogOf(
            log => log.LogWarning(new TimeoutException("S3"), "served {key}, {bytes} bytes, fresh: {fresh}", "a.crl", 812044, true),
            (Format, "JSON"));

        var json = Report.Parse(Assert.Single(lines));
        Assert.Equal("Warning", json.GetProperty("level").GetString());
        Assert.Equal(Some.RequestId, json.GetProperty("requestId").GetString());
        Assert.Equal("served a.crl, 812044 bytes, fresh: True", json.GetProperty("message").GetString());
        Assert.Equal("a.crl", json.GetProperty("key").GetString());
        Assert.Equal(812044, json.GetProperty("bytes").GetInt32());
        Assert.True(json.GetProperty("fresh").GetBoolean());
        Assert.Equal("System.TimeoutException", json.GetProperty("errorType").GetString());
        Assert.Equal("S3", json.GetProperty("errorMessage").GetString());
        Assert.EndsWith("Z", json.GetProperty("timestamp").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0} before {1}, {0} again", "a before 1, a again")]
    [InlineData("{name} then {other}", "a then 1")]
    [InlineData("{name} {n:D3}", "a 001")]
    [InlineData("{{literal}} {name}", "{literal} a")]
    [InlineData("{a} {b} {missing}", "a 1 {missing}")]
    [InlineData("open { brace", "open { brace")]
    [InlineData("{ms:?bad?} plain", "a plain")]
    [InlineData("", "")]
    public async Task A_template_takes_its_arguments_in_order(string template, string expected)
    {
        var lines = await LogOf(log => log.LogInformation(template, "a", 1));

        Assert.EndsWith($"\tinfo\t{expected}", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_arguments_keeps_its_braces()
    {
        var lines = await LogOf(log => log.LogInformation("""{"_aws":{}}"""));

        Assert.EndsWith("""{"_aws":{}}""", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_telemetry_descriptor_gets_framed_records()
    {
        var path = Path.GetTempFileName();
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write))
        {
            var descriptor = file.DangerousGetHandle().ToString();

            var lines = await LogOf(
                log => log.LogInformation("zwei\nZeilen über"),
                ("_LAMBDA_TELEMETRY_LOG_FD", descriptor),
                (HandlerFormat, "Unformatted"));

            Assert.Empty(lines);
        }

        var frame = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        Assert.Equal("A55A0001" + "00000011", Convert.ToHexString(frame[..8]));
        Assert.Equal("zwei\nZeilen über", System.Text.Encoding.UTF8.GetString(frame[8..]));
    }

    [Fact]
    public void A_logger_that_implements_two_members_gets_the_whole_message()
    {
        var log = new TwoMembers();

        ((ILambdaLogger)log).LogError(new TimeoutException("S3"), "no answer for {key}", "a.crl");

        Assert.Equal("no answer for a.crl\nSystem.TimeoutException: S3", Assert.Single(log.Written));
    }

    private static string LabelOf(string line) => line.Split('\t')[2];

    private static async Task<IReadOnlyList<string>> LogOf(
        Action<ILambdaLogger> write, params (string Name, string? Value)[] variables)
    {
        using var environment = new EnvironmentVariables(variables);
        using var console = new CapturedConsole();
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());

        await api.ServeAsync(Some.Function(context => write(context.Logger)));

        return console.Lines;
    }

    private sealed class TwoMembers : ILambdaLogger
    {
        public List<string> Written { get; } = [];

        public void Log(string message) => Written.Add(message);

        public void LogLine(string message) => Written.Add(message);
    }
}

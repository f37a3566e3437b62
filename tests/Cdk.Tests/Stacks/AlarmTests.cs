using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed partial class AlarmTests(Synthesis synthesis)
{
    private const string AlarmType = "AWS::CloudWatch::Alarm";

    /// <summary>Longest text of an alarm that CloudWatch takes, in characters.</summary>
    private const int MaxDescription = 1024;

    /// <summary>Stands for an ARN or URL that only the deployment knows: the longest that there are.</summary>
    private static readonly string Unknown = new('x', 140);

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    [Theory]
    [InlineData("RunFailed", "GreaterThanOrEqualToThreshold", 1, "ignore")]
    [InlineData("RunSucceeded", "LessThanThreshold", 1, "breaching")]
    [InlineData("MessagesLost", "GreaterThanOrEqualToThreshold", 1, "notBreaching")]
    [InlineData("DaysToExpiry", "LessThanThreshold", 30, "ignore")]
    [InlineData("SuccessorsMissing", "GreaterThanOrEqualToThreshold", 1, "ignore")]
    [InlineData("StateMismatch", "GreaterThanOrEqualToThreshold", 1, "ignore")]
    public void Every_directory_is_watched(string metric, string comparison, int threshold, string missing)
    {
        var alarms = Alarms(synthesis.Of("local").DirectoryTrust!, metric).ToList();

        Assert.Equal(["d-0123456789", "d-abcdef0123"], alarms.Select(alarm => Subject(alarm, "DirectoryId")).Order());
        Assert.All(alarms, alarm => Assert.Equal((comparison, threshold, missing), Rule(alarm)));
    }

    [Theory]
    [InlineData("RunFailed", "GreaterThanOrEqualToThreshold", 1, "ignore")]
    [InlineData("RunSucceeded", "LessThanThreshold", 1, "breaching")]
    [InlineData("MessagesLost", "GreaterThanOrEqualToThreshold", 1, "notBreaching")]
    [InlineData("DaysToExpiry", "LessThanThreshold", 30, "ignore")]
    [InlineData("WindowsTrustPending", "GreaterThanOrEqualToThreshold", 1, "ignore")]
    public void The_cas_own_certificate_is_watched(string metric, string comparison, int threshold, string missing)
    {
        var alarm = Assert.Single(Alarms(synthesis.Of("local").CertificateAuthority, metric));

        Assert.Equal("<1 of <Arn>>", Subject(alarm, "CertificateAuthorityId"));
        Assert.Equal((comparison, threshold, missing), Rule(alarm));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Only_what_the_function_cannot_tell_itself_is_told_by_an_alarm(string environment)
    {
        var told = synthesis.Of(environment).Templates
            .SelectMany(template => template.All(AlarmType))
            .Where(alarm => alarm["Properties"]!["AlarmActions"] is not null)
            .Select(alarm => (string)alarm["Properties"]!["MetricName"]!)
            .Distinct()
            .Order();

        var hasPeople = Some.Environments.Read(environment).Notifications is not null;
        var hasDirectories = Some.Environments.Read(environment).Directories.Count > 0;
        string[] ofDirectories = hasDirectories ? ["StateMismatch"] : [];
        Assert.Equal(hasPeople ? ["MessagesLost", "RunSucceeded", .. ofDirectories] : [], told);
    }

    [Theory]
    [InlineData("rate(1 hour)", 2)]
    [InlineData("rate(1 day)", 2)]
    [InlineData("rate(3 days)", 4)]
    [InlineData("rate(7 days)", 7)]
    [InlineData("cron(0 6 ? * MON *)", 7)]
    public void Silence_becomes_an_alarm_when_one_run_was_lost_and_the_next_did_not_come(string schedule, int days)
    {
        var directory = Some.Settings.Directories[1];
        var settings = Some.Settings with
        {
            Directories = [directory with { Rotation = directory.Rotation with { Schedule = schedule } }],
        };

        var alarm = Assert.Single(Alarms(synthesis.Of(settings).DirectoryTrust!, "RunSucceeded"));

        Assert.Equal((days, 86400), ((int)alarm["EvaluationPeriods"]!, (int)alarm["Period"]!));
        Assert.Contains($"for {days} days", Texts.Joined(alarm["AlarmDescription"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate(1 hour)", 2)]
    [InlineData("rate(1 day)", 2)]
    [InlineData("rate(3 days)", 1)]
    [InlineData("cron(0 6 ? * MON *)", 1)]
    public void A_state_that_does_not_match_on_a_second_day_becomes_an_alarm(string schedule, int days)
    {
        var directory = Some.Settings.Directories[1];
        var settings = Some.Settings with
        {
            Directories = [directory with { Rotation = directory.Rotation with { Schedule = schedule } }],
        };

        var alarm = Assert.Single(Alarms(synthesis.Of(settings).DirectoryTrust!, "StateMismatch"));

        Assert.Equal(
            (days, 86400, "Minimum"),
            ((int)alarm["EvaluationPeriods"]!, (int)alarm["Period"]!, (string?)alarm["Statistic"]));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_alarm_says_what_to_do_and_where_the_runbook_goes_on(string environment)
    {
        var runbook = File.ReadAllText(Path.Combine(Some.RepositoryFolder, "docs", "runbook.md")).ToLowerInvariant();

        Assert.All(
            synthesis.Of(environment).Templates.SelectMany(template => template.All(AlarmType)),
            alarm =>
            {
                var text = Texts.Joined(alarm["Properties"]!["AlarmDescription"]);
                var link = LinkAtTheEnd().Match(text);
                Assert.True(link.Success, text);
                Assert.Contains($"## {link.Groups[1].Value}\n", runbook, StringComparison.Ordinal);
                Assert.InRange(OnlyKnownLater().Replace(text, Unknown).Length, 1, MaxDescription);
            });
    }

    [Theory]
    [InlineData("local", "RootCA")]
    [InlineData("local-subordinate", "SubCA")]
    public void A_new_certificate_comes_with_the_lines_that_make_windows_trust_it(string environment, string store)
    {
        var alarm = Assert.Single(Alarms(synthesis.Of(environment).CertificateAuthority, "WindowsTrustPending"));

        var lines = Texts.Joined(alarm["AlarmDescription"]).Split('\n');
        Assert.Equal(
            [
                "curl.exe -o ca.cer <CaCertificateUrl>",
                $"certutil -dspublish -f ca.cer {store}",
                "certutil -dspublish -f ca.cer NTAuthCA",
            ],
            lines[1..4]);
        Assert.Contains("dotnet run --project trust -- published <Arn> <thumbprint>", lines);
    }

    [Fact]
    public void A_new_certificate_of_a_watched_ca_is_downloaded_too_and_nobody_makes_it_a_root_unasked()
    {
        var alarm = Assert.Single(Alarms(synthesis.Of("local-existing").CertificateAuthority, "WindowsTrustPending"));

        var text = Texts.Joined(alarm["AlarmDescription"]);
        Assert.Contains("curl.exe -o ca.cer <CaCertificateUrl>", text, StringComparison.Ordinal);
        Assert.Contains("<RootCA, or SubCA for a CA below another>", text, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Alarms(Template template, string metric) => template.All(AlarmType)
        .Select(alarm => (JsonObject)alarm["Properties"]!)
        .Where(alarm => (string?)alarm["MetricName"] == metric && (string?)alarm["Namespace"] == "TrustManager");

    private static string Subject(JsonObject alarm, string dimension)
    {
        var only = Assert.Single((JsonArray)alarm["Dimensions"]!)!;
        Assert.Equal(dimension, (string?)only["Name"]);
        return Texts.Joined(only["Value"]);
    }

    private static (string, int, string) Rule(JsonObject alarm) =>
        ((string)alarm["ComparisonOperator"]!, (int)alarm["Threshold"]!, (string)alarm["TreatMissingData"]!);

    [GeneratedRegex(@"\sdocs/runbook\.md#([a-z]+)$")]
    private static partial Regex LinkAtTheEnd();

    [GeneratedRegex("<(Arn|CaCertificateUrl)>")]
    private static partial Regex OnlyKnownLater();
}

using Infra.Local.Alarms;
using Infra.Local.Alarms.Evaluation;

namespace Infra.Local.Tests.Alarms;

/// <summary>
/// CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data": oldest period first, X breaches.
/// </summary>
public sealed class EvaluationTests
{
    private const string Retained = "";

    [Theory]
    [InlineData("0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData("- - - - 0", "OK", "OK", "OK", "OK")]
    [InlineData("- - - - -", "INSUFFICIENT_DATA", Retained, "ALARM", "OK")]
    [InlineData("0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("- - X - -", "ALARM", Retained, "ALARM", "OK")]
    public void Three_out_of_three(string periods, string missing, string ignore, string breaching, string notBreaching)
    {
        Assert.Equal([missing, ignore, breaching, notBreaching], StatesOf(3, 3, periods));
    }

    [Theory]
    [InlineData("0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - X -", "ALARM", Retained, "ALARM", "OK")]
    public void Two_out_of_three(string periods, string missing, string ignore, string breaching, string notBreaching)
    {
        Assert.Equal([missing, ignore, breaching, notBreaching], StatesOf(2, 3, periods));
    }

    [Fact]
    public void A_single_young_breach_is_no_alarm_yet()
    {
        Assert.Null(Decide(2, 3, MissingData.Missing, "- - - - X"));
    }

    [Theory]
    [InlineData(
        MissingData.Breaching, "- - - -",
        "Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as "
            + "[Breaching].")]
    [InlineData(
        MissingData.NotBreaching, "- - - -",
        "Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as "
            + "[NonBreaching].")]
    [InlineData(MissingData.Missing, "- - - -", "Insufficient Data: 2 datapoints were unknown.")]
    [InlineData(
        MissingData.Breaching, "- - - 0",
        "Threshold Crossed: 1 datapoint [0.0 (04/01/27 07:55:00)] was not greater than or equal to the threshold (1.0) "
            + "and 1 missing datapoint was treated as [Breaching].")]
    [InlineData(
        MissingData.Missing, "X X X X",
        "Threshold Crossed: 2 out of the last 2 datapoints [1.0 (04/01/27 07:55:00), 1.0 (04/01/27 07:50:00)] were "
            + "greater than or equal to the threshold (1.0) (minimum 2 datapoints for OK -> ALARM transition).")]
    [InlineData(
        MissingData.Missing, "X X X 0",
        "Threshold Crossed: 1 out of the last 2 datapoints [0.0 (04/01/27 07:55:00)] was not greater than or equal to "
            + "the threshold (1.0) (minimum 1 datapoint for ALARM -> OK transition).")]
    public void The_reason_is_in_the_words_of_cloudwatch(MissingData treatMissingData, string periods, string reason)
    {
        Assert.Equal(reason, Decide(2, 2, treatMissingData, periods)!.Reason);
    }

    private static string[] StatesOf(int m, int n, string periods) =>
    [
        .. new[] { MissingData.Missing, MissingData.Ignore, MissingData.Breaching, MissingData.NotBreaching }
            .Select(treat => Decide(m, n, treat, periods)?.State.Text() ?? Retained),
    ];

    private static AlarmVerdict? Decide(int m, int n, MissingData treatMissingData, string periods)
    {
        var now = new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);
        var datapoints = periods.Split(' ').Reverse()
            .Select((period, age) => (Text: period, Age: age, At: now - (Some.Watch.Period * (age + 1))))
            .Where(period => period.Text != "-")
            .Select(period => new Datapoint(period.Age, period.At, period.Text == "X" ? 1 : 0, period.Text == "X"));
        return AlarmEvaluation.Decide(Some.MOutOfN(m, n, treatMissingData), [.. datapoints]);
    }
}

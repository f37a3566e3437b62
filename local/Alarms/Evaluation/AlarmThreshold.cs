using System.Globalization;

namespace Infra.Local.Alarms.Evaluation;

/// <summary>When a data point breaches.</summary>
/// <param name="Comparison">The operator, by its name in templates.</param>
/// <param name="Value">Its right side.</param>
public sealed record AlarmThreshold(AlarmComparison Comparison, double Value)
{
    public bool IsBreachedBy(double datapoint) => Comparison switch
    {
        AlarmComparison.GreaterThanOrEqualToThreshold => datapoint >= Value,
        AlarmComparison.GreaterThanThreshold => datapoint > Value,
        AlarmComparison.LessThanThreshold => datapoint < Value,
        _ => datapoint <= Value,
    };

    /// <summary>For example <c>was not less than the threshold (1.0)</c>.</summary>
    public string Sentence(bool isBreached, int datapoints)
    {
        var comparison = Comparison switch
        {
            AlarmComparison.GreaterThanOrEqualToThreshold => "greater than or equal to",
            AlarmComparison.GreaterThanThreshold => "greater than",
            AlarmComparison.LessThanThreshold => "less than",
            _ => "less than or equal to",
        };
        var verb = datapoints == 1 ? "was" : "were";
        return $"{verb} {(isBreached ? "" : "not ")}{comparison} the threshold ({Number(Value)})";
    }

    /// <summary>As CloudWatch writes numbers in reasons: with a decimal point, always.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.All(character => char.IsAsciiDigit(character) || character == '-') ? $"{text}.0" : text;
    }
}

namespace Infra.Local.Metrics;

/// <summary>
/// What is kept of the values of one minute, from which CloudWatch makes every statistic but percentiles.
/// </summary>
public readonly record struct StatisticSet(double Sum, int Samples, double Minimum, double Maximum)
{
    /// <param name="values">At least one.</param>
    public static StatisticSet Of(IReadOnlyList<double> values) =>
        new(values.Sum(), values.Count, values.Min(), values.Max());

    public static StatisticSet operator +(StatisticSet one, StatisticSet other) => new(
        one.Sum + other.Sum,
        one.Samples + other.Samples,
        Math.Min(one.Minimum, other.Minimum),
        Math.Max(one.Maximum, other.Maximum));
}

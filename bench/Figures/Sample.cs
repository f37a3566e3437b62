namespace Infra.Bench.Figures;

/// <summary>Repeated measurements of one thing; what is told of them is the median and the middle half.</summary>
public sealed class Sample
{
    private readonly double[] _sorted;

    /// <param name="values">At least one.</param>
    public Sample(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
        ArgumentOutOfRangeException.ThrowIfZero(_sorted.Length, nameof(values));
    }

    public double Median => Percentile(50);

    /// <summary>A quarter of the measurements is below.</summary>
    public double LowerQuartile => Percentile(25);

    /// <summary>A quarter of the measurements is above.</summary>
    public double UpperQuartile => Percentile(75);

    /// <summary>Between the two nearest measurements, by distance.</summary>
    public double Percentile(double percent)
    {
        var place = percent / 100 * (_sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + ((place - below) * (_sorted[above] - _sorted[below]));
    }
}

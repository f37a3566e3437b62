namespace Infra.Local.Metrics;

/// <summary>A CloudWatch metric; the same name with other dimensions is another metric.</summary>
/// <param name="Namespace">For example <c>AWS/ACMPrivateCA</c>.</param>
/// <param name="Name">For example <c>CRLGenerated</c>.</param>
/// <param name="Dimensions">For example the ARN of a CA.</param>
public sealed record Metric(string Namespace, string Name, DimensionSet Dimensions)
{
    /// <summary>A metric with one dimension.</summary>
    public Metric(string metricNamespace, string name, string dimensionName, string dimensionValue)
        : this(metricNamespace, name, DimensionSet.Of((dimensionName, dimensionValue)))
    {
    }

    public override string ToString() => $"{Namespace} {Name} {Dimensions}";
}

namespace Infra.Local.Metrics;

/// <summary>A CloudWatch metric.</summary>
/// <param name="Namespace">For example <c>AWS/ACMPrivateCA</c>.</param>
/// <param name="Name">For example <c>CRLGenerated</c>.</param>
/// <param name="DimensionName">For example <c>PrivateCAArn</c>.</param>
/// <param name="DimensionValue">For example the ARN of a CA.</param>
public sealed record Metric(string Namespace, string Name, string DimensionName, string DimensionValue);

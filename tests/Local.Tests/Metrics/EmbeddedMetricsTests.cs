using Infra.Local.Metrics;
using Infra.Local.Metrics.Embedded;

namespace Infra.Local.Tests.Metrics;

public sealed class EmbeddedMetricsTests
{
    [Fact]
    public void Each_set_of_dimensions_makes_a_metric_of_its_own()
    {
        var metrics = EmbeddedMetrics.Read("""
            {"level":"Information","_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"TrustManager",
            "Dimensions":[["FunctionName"],["FunctionName","DirectoryId"],[]],
            "Metrics":[{"Name":"RunFailed","Unit":"Count"}]}]},
            "FunctionName":"trust","DirectoryId":"d-0123456789","RunFailed":1}
            """);

        Assert.Equal(
            [
                new Metric("TrustManager", "RunFailed", DimensionSet.Of(("FunctionName", "trust"))),
                new Metric(
                    "TrustManager",
                    "RunFailed",
                    DimensionSet.Of(("DirectoryId", "d-0123456789"), ("FunctionName", "trust"))),
                new Metric("TrustManager", "RunFailed", DimensionSet.Of()),
            ],
            metrics.Select(metric => metric.Metric));
        Assert.All(metrics, metric => Assert.Equal([1d], metric.Values));
        Assert.All(metrics, metric => Assert.Equal("Count", metric.Unit));
    }

    [Fact]
    public void A_list_of_values_counts_as_many()
    {
        var metric = Assert.Single(EmbeddedMetrics.Read(Line("""[["F"]]""", "[1.5, -2, 3]")));

        Assert.Equal([1.5, -2, 3], metric.Values);
        Assert.Equal(new DateTimeOffset(2026, 11, 13, 0, 0, 0, TimeSpan.Zero), metric.At);
    }

    [Fact]
    public void A_list_without_sets_makes_one_metric_without_dimensions()
    {
        var metric = Assert.Single(EmbeddedMetrics.Read(Line("[]", "1")));

        Assert.Empty(metric.Metric.Dimensions.Pairs);
    }

    [Theory]
    [InlineData("START RequestId: 1")]
    [InlineData("{not json at all")]
    [InlineData("""{"level":"Information","detail":"_aws"}""")]
    [InlineData("")]
    public void Other_lines_have_no_metrics(string line)
    {
        Assert.Empty(EmbeddedMetrics.Read(line));
    }

    [Theory]
    [InlineData("""{"_aws":{"Timestamp":1}}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Dimensions":[],"Metrics":[]}]}}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[]}""")]
    [InlineData("""{"_aws":{"CloudWatchMetrics":[]}}""")]
    [InlineData("""{"_aws":{"Timestamp":"today","CloudWatchMetrics":[]}}""")]
    [InlineData("""{"_aws":{"Timestamp":999999999999999999,"CloudWatchMetrics":[]}}""")]
    public void What_looks_like_metrics_and_is_none_is_an_error(string line)
    {
        Assert.Throws<FormatException>(() => EmbeddedMetrics.Read(line));
    }

    [Theory]
    [InlineData("""[["Gone"]]""", "1")]
    [InlineData("""["F"]""", "1")]
    [InlineData("[]", "\"one\"")]
    [InlineData("[]", "[]")]
    public void Dimensions_and_values_that_are_none_are_an_error(string dimensions, string value)
    {
        Assert.Throws<FormatException>(() => EmbeddedMetrics.Read(Line(dimensions, value)));
    }

    private static string Line(string dimensions, string value) => $$"""
        {"_aws":{"Timestamp":1794528000000,
        "CloudWatchMetrics":[{"Namespace":"N","Dimensions":{{dimensions}},"Metrics":[{"Name":"M"}]}]},
        "M":{{value}},"F":"f"}
        """;
}

using System.Text.Json.Nodes;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Telemetry;

public sealed class FigureTests
{
    [Fact]
    public void A_figure_is_embedded_under_the_one_dimension_that_names_its_subject()
    {
        var time = new FakeTime();
        using var output = new MemoryStream();
        var log = new EventLog(output, time).For(new FakeContext(time, TimeSpan.FromMinutes(1)));

        log.Figures("DirectoryId", "d-1", [new Figure("RunFailed", 0), new Figure("DaysToExpiry", 12.5, Figure.None)]);

        var line = JsonNode.Parse(output.ToArray())!;
        Assert.Equal(
            """
            {"Namespace":"TrustManager","Dimensions":[["DirectoryId"]],"Metrics":[{"Name":"RunFailed","Unit":"Count"},{"Name":"DaysToExpiry","Unit":"None"}]}
            """,
            line["_aws"]!["CloudWatchMetrics"]![0]!.ToJsonString());
        Assert.Equal("d-1", line["DirectoryId"]!.GetValue<string>());
        Assert.Equal(0, line["RunFailed"]!.GetValue<int>());
        Assert.Equal(12.5, line["DaysToExpiry"]!.GetValue<double>());
        Assert.Equal(time.GetUtcNow().ToUnixTimeMilliseconds(), line["_aws"]!["Timestamp"]!.GetValue<long>());
    }
}

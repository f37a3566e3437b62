using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.Verification.Checks;

/// <summary>What the function says of its work.</summary>
public sealed class ObservabilityChecks(Site site)
{
    public IEnumerable<Check> All() =>
    [
        new("Every outcome leaves one log line and one metric line", OneOfEachAsync),
        new("No log line holds a certificate or a CRL", NoBodiesAsync),
        new("In steady state S3 is asked at most once a second for one key", RevalidationAsync),
    ];

    private async Task<string> OneOfEachAsync(CancellationToken cancellationToken)
    {
        const string marker = "/crl/logged-once.crl";
        const int requests = 3;

        // After the failures before, the function leaves S3 alone for some seconds where it has no copy.
        await Poll.UntilAsync(
            "the function to ask S3 again",
            async () => (await site.Client.GetAsync("/crl/not-there.crl")).Status == 404,
            cancellationToken);
        var metricsBefore = site.CountMetric("NotFound");
        for (var i = 0; i < requests; i++)
        {
            await site.Client.GetAsync(marker);
        }

        await Poll.UntilAsync(
            $"{requests} metric lines", () => Task.FromResult(site.CountMetric("NotFound") - metricsBefore >= requests), cancellationToken);
        var lines = site.LogLines.Where(line => line.Contains(marker, StringComparison.Ordinal)).ToList();
        Expect.Equal(requests, lines.Count, "log lines about this path");
        Expect.Equal(requests, site.CountMetric("NotFound") - metricsBefore, "metric lines");
        return ((JsonObject)JsonNode.Parse(lines[0])!).ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    private Task<string> NoBodiesAsync(CancellationToken cancellationToken)
    {
        // DER in Base64 begins so: a SEQUENCE with a length of two bytes.
        var leaks = site.LogLines.Count(line => line.Contains("\"MII", StringComparison.Ordinal) || line.Contains("BEGIN ", StringComparison.Ordinal));
        Expect.Equal(0, leaks, "lines with a body");
        return Task.FromResult($"{site.LogLines.Count} lines");
    }

    private async Task<string> RevalidationAsync(CancellationToken cancellationToken)
    {
        const int requests = 200;
        var before = site.S3Calls;
        var took = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < requests; i++)
        {
            Expect.Equal(200, (await site.Client.GetAsync(site.CaCrlPath)).Status, "status");
        }

        var (asked, most) = (site.S3Calls - before, (int)took.Elapsed.TotalSeconds + 1);
        Expect.True(asked <= most, $"{asked} questions in {took.Elapsed.TotalSeconds:0.0} s are at most {most}");
        return $"{requests} requests in {took.Elapsed.TotalSeconds:0.0} s, {asked} questions to S3";
    }
}

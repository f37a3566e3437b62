using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>
/// The same with S3 behind TLS, as it is on AWS: each client loads its trust store and makes a handshake.
/// </summary>
internal sealed class SecureColdStart : IMetricGroup
{
    private const string Metric = "cold start, S3 over TLS (ms)";
    private const string SmallStore = "ours, small trust store";

    public string Name => "cold-tls";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours, Names.Python, Names.Node];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        var ours = testbed.Roster.Ours;
        var smallStore = ours with
        {
            Name = SmallStore,
            Trusting = files => new Dictionary<string, string>
            {
                ["SSL_CERT_FILE"] = files.Own,
                ["SSL_CERT_DIR"] = files.EmptyFolder,
            },
        };
        var results = await Contest.RunAsync(
            [.. testbed.Roster.Of(Contestants), smallStore, .. testbed.Roster.Variants],
            testbed.Rounds,
            one => Cold.MeasureAsync(
                one, testbed.SecureS3.Endpoint, testbed.Small, one.Trusting(testbed.Trust), cancellationToken));
        return Comparison.OfOurs(ours, results, Cold.Value, Metric, new()
        {
            [Names.Python] = 0.5,
            [Names.Node] = null,
            [SmallStore] = null,
        }, testbed.Roster.Variants);
    }
}

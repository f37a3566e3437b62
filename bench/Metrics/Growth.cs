using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>
/// Whether time and memory grow in proportion to the CRL: what the second half of the entries costs over the first.
/// </summary>
internal sealed class Growth : IMetricGroup
{
    /// <summary>1 is linear, 3 quadratic; between them there must be room for noise.</summary>
    private const double Target = 1.5;

    private const string Peak = "peak";
    private const string First = "first";

    /// <summary>Numbers of revoked certificates: none, half, all.</summary>
    private static readonly int[] Sizes = [0, 8_000, 16_000];

    /// <summary>First answers of one process, each for an object it has not seen.</summary>
    private const int Objects = 12;

    public string Name => "growth";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        var documents = Sizes.Select(entries => new Sized(entries, testbed.Crls.Build(entries))).ToArray();
        var results = await Contest.RunAsync(
            documents, testbed.Rounds, one => MeasureAsync(testbed, one, cancellationToken));
        var (none, half, all) = (results[documents[0]], results[documents[1]], results[documents[2]]);
        return
        [
            new Figure("first answer for an object, no entries (ms)", none[First]),
            new Figure("first answer for an object, 16,000 entries (ms)", all[First]),
            Figure.Beside(
                "time of entries 8,001 to 16,000 (ms)",
                Between(half[First], all[First]),
                "entries 1 to 8,000",
                Between(none[First], half[First]),
                Target),
            Figure.Beside(
                "peak memory of entries 8,001 to 16,000 (MiB)",
                Between(half[Peak], all[Peak]),
                "entries 1 to 8,000",
                Between(none[Peak], half[Peak]),
                Target),
        ];
    }

    private static async Task<(string, double)[]> MeasureAsync(
        Testbed testbed, Sized sized, CancellationToken cancellationToken)
    {
        var warmUp = new ServedDocument("crl/warm-up.crl", sized.Bytes);
        testbed.Put(warmUp);
        await using var runs = await WarmRuns.StartAsync(
            [testbed.Roster.Ours], testbed.S3.Endpoint, warmUp, warmUpRequests: 2, cancellationToken);
        var milliseconds = new double[Objects];
        for (var i = 0; i < Objects; i++)
        {
            var document = new ServedDocument($"crl/unseen-{i}.crl", sized.Bytes);
            testbed.Put(document);
            var answer = await runs[testbed.Roster.Ours].InvokeAsync(document.Event);
            document.DemandSize(answer);
            milliseconds[i] = answer.Milliseconds;
        }

        return [(First, new Sample(milliseconds).Median), (Peak, runs[testbed.Roster.Ours].PeakMemoryMebibytes)];
    }

    private static Sample Between(Sample smaller, Sample larger) => new([larger.Median - smaller.Median]);

    private sealed record Sized(int Entries, byte[] Bytes);
}

using System.Diagnostics;
using System.Text;
using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;
using Infra.Bench.StandIns;
using Infra.TrustManager.Settings;

namespace Infra.Bench.Metrics;

/// <summary>
/// The function that tells about a CA answers no CloudFormation: process start to its response to an operator who asks
/// for the history, one call to S3 between.
/// </summary>
internal sealed class RenewalStart : IMetricGroup
{
    private const string Peak = "peak";

    private const string CaId = "01234567-89ab-cdef-0123-456789abcdef";

    private const string Ca = $"arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/{CaId}";

    private static readonly byte[] Asked = Encoding.UTF8.GetBytes(
        $$"""{"request":"history","certificateAuthorityArn":"{{Ca}}"}""");

    private static readonly (string Name, string Value)[] Variables =
    [
        (TrustManagerVariables.Function, TrustManagerVariables.CaRead),
        (TrustManagerVariables.CertificateAuthorityArn, Ca),
        (TrustManagerVariables.MemoryBucket, "crl-bucket"),
        (TrustManagerVariables.RenewalMode, "renew"),
        (TrustManagerVariables.RenewBeforeDays, "365"),
        (TrustManagerVariables.ValidityYears, "10"),
        (TrustManagerVariables.PublishBucket, "crl-bucket"),
        (TrustManagerVariables.CaCertificateUrl, $"http://crl.corp.example.mil/aia/{CaId}.cer"),
    ];

    public string Name => "trust-renewal";

    public IReadOnlyList<string> Contestants { get; } = [];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        testbed.Say("preparing TrustManager");
        var package = await new DotnetFunction("TrustManager", "lambdas/TrustManager")
            .PrepareAsync(testbed.Repository, cancellationToken);
        var function = package.With(TrustManagerVariables.CaRead, Variables);
        await using var account = await AccountStandIn.StartAsync(cancellationToken);
        var results = await Contest.RunAsync(
            [function], testbed.Rounds, one => MeasureAsync(one, account, cancellationToken));
        return
        [
            new Figure($"{function.Name}, cold start to its answer (ms)", results[function][Cold.Value]),
            new Figure($"{function.Name}, peak memory (MiB)", results[function][Peak]),
        ];
    }

    private static async Task<(string, double)[]> MeasureAsync(
        Contestant function, AccountStandIn account, CancellationToken cancellationToken)
    {
        await using var run = await FunctionRun.StartAsync(function, account.Endpoint, more: null, cancellationToken);
        var answer = await run.InvokeAsync(Asked);
        if (!Encoding.UTF8.GetString(answer.Body.Span).Contains("\"text\"", StringComparison.Ordinal))
        {
            throw new FunctionFailedException($"{function.Name} answered {Encoding.UTF8.GetString(answer.Body.Span)}");
        }

        var took = Stopwatch.GetElapsedTime(run.Started, answer.Answered);
        return [(Cold.Value, took.TotalMilliseconds), (Peak, run.PeakMemoryMebibytes)];
    }
}

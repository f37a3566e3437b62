using Infra.Local.Faults;

namespace Infra.Local.Verification.Checks;

/// <summary>S3 fails, and comes back.</summary>
public sealed class StorageTroubleChecks(Site site)
{
    private const string Path = "/crl/trouble.crl";

    public IEnumerable<Check> All()
    {
        foreach (var kind in new[] { FaultKind.InternalError, FaultKind.Throttle, FaultKind.Slow })
        {
            yield return new Check($"While S3 fails ({kind}), the copy in memory is served", token => CopyServesAsync(kind, token));
        }

        yield return new Check("While S3 fails and there is no copy, the answer is 503", NoCopyAsync);
        yield return new Check("Once S3 is back, the new CRL is served", BackAsync);
    }

    private async Task<string> CopyServesAsync(FaultKind kind, CancellationToken cancellationToken)
    {
        var now = site.Now;
        await site.PutAsync(Path[1..], site.Sample.Build(1, now.AddHours(-1), now.AddDays(7)));
        var before = await site.Client.GetAsync(Path);
        Expect.Equal(200, before.Status, "status before");
        site.Aws.Faults.Add(new Fault("s3", "GetObject", kind) { Delay = TimeSpan.FromSeconds(20) });
        try
        {
            var metrics = site.CountMetric("ServedFromMemoryWhileS3Down");
            await Poll.UntilAsync(
                "the responder asks S3 again",
                async () =>
                {
                    var answer = await site.Client.GetAsync(Path);
                    Expect.Equal(200, answer.Status, "status meanwhile");
                    return site.CountMetric("ServedFromMemoryWhileS3Down") > metrics;
                },
                cancellationToken);
        }
        finally
        {
            site.Aws.Faults.Clear();
        }

        return "200 throughout, metric ServedFromMemoryWhileS3Down";
    }

    private async Task<string> NoCopyAsync(CancellationToken cancellationToken)
    {
        site.Aws.Faults.Add(new Fault("s3", "*", FaultKind.InternalError));
        try
        {
            var answer = await site.Client.GetAsync("/crl/never-seen.crl");
            Expect.Equal(503, answer.Status, "status");
        }
        finally
        {
            site.Aws.Faults.Clear();
        }

        await site.ExpectMetricAsync("Unavailable", cancellationToken);
        return "503, metric Unavailable";
    }

    private async Task<string> BackAsync(CancellationToken cancellationToken)
    {
        var now = site.Now;
        var newest = site.Sample.Build(2, now, now.AddDays(7));
        await site.PutAsync(Path[1..], newest);
        await Poll.UntilAsync(
            "the new CRL is served",
            async () => (await site.Client.GetAsync(Path)).Body.SequenceEqual(newest),
            cancellationToken);
        return "CRL number 2";
    }
}

namespace Infra.Local.Verification.Checks;

/// <summary>What the responder does when the bucket holds something that it must not pass on.</summary>
public sealed class BadObjectChecks(Site site)
{
    public IEnumerable<Check> All() =>
    [
        new("Bytes that are no CRL are not served: the newest good version before them is", GarbageOverGoodAsync),
        new("Without a good version before them, they are answered with 503", GarbageOnlyAsync),
        new("A CRL older than one already served is not served", OlderCrlAsync),
        new("A CRL past its nextUpdate is served with no-cache", ExpiredAsync),
        new("A CRL that does not fit the load balancer's 1 MB is answered with 503, and never as a 502", TooLargeAsync),
        new("The largest CRL that fits is served whole", LargestAsync),
    ];

    private async Task<string> GarbageOverGoodAsync(CancellationToken cancellationToken)
    {
        var now = site.Now;
        var good = site.Sample.Build(5, now.AddHours(-1), now.AddDays(7));
        await site.PutAsync("crl/garbage.crl", good);
        await site.PutAsync("crl/garbage.crl", "<html>not a CRL</html>"u8.ToArray());
        await site.PutAsync("crl/garbage.crl", good[..^7]);
        var answer = await site.Client.GetAsync("/crl/garbage.crl");
        Expect.Equal(200, answer.Status, "status");
        Expect.True(answer.Body.SequenceEqual(good), "the body is the good version");
        await site.ExpectMetricAsync("ServedEarlierVersion", cancellationToken);
        return "two bad versions passed over, metric ServedEarlierVersion";
    }

    private async Task<string> GarbageOnlyAsync(CancellationToken cancellationToken)
    {
        await site.PutAsync("crl/only-garbage.crl", [0x30, 0x03, 0x02, 0x01, 0x00]);
        var answer = await site.Client.GetAsync("/crl/only-garbage.crl");
        Expect.Equal(503, answer.Status, "status");
        await site.ExpectMetricAsync("InvalidObject", cancellationToken);
        return "503, metric InvalidObject";
    }

    private async Task<string> OlderCrlAsync(CancellationToken cancellationToken)
    {
        var now = site.Now;
        var newer = site.Sample.Build(9, now.AddHours(-1), now.AddDays(7));
        await site.PutAsync("crl/replayed.crl", newer);
        Expect.Equal(200, (await site.Client.GetAsync("/crl/replayed.crl")).Status, "status of the newer CRL");
        await site.PutAsync("crl/replayed.crl", site.Sample.Build(8, now.AddHours(-2), now.AddDays(6)));
        await Poll.UntilAsync(
            "the responder notices the older CRL",
            async () =>
            {
                var answer = await site.Client.GetAsync("/crl/replayed.crl");
                Expect.True(answer.Status == 200 && answer.Body.SequenceEqual(newer), "the newer CRL is served throughout");
                return site.HasMetric("OlderObject");
            },
            cancellationToken);
        return "CRL number 8 after 9: 9 is served on, metric OlderObject";
    }

    private async Task<string> ExpiredAsync(CancellationToken cancellationToken)
    {
        var now = site.Now;
        await site.PutAsync("crl/expired.crl", site.Sample.Build(1, now.AddDays(-8), now.AddDays(-1)));
        var answer = await site.Client.GetAsync("/crl/expired.crl");
        Expect.Equal((200, "no-cache"), (answer.Status, answer["cache-control"]), "status and Cache-Control");
        await site.ExpectMetricAsync("ServedExpired", cancellationToken);
        return "200, Cache-Control: no-cache, metric ServedExpired";
    }

    private async Task<string> TooLargeAsync(CancellationToken cancellationToken)
    {
        var now = site.Now;
        var large = site.Sample.Build(1, now.AddHours(-1), now.AddDays(7), entries: 17_000);
        await site.PutAsync("crl/large.crl", large);
        var answer = await site.Client.GetAsync("/crl/large.crl");
        Expect.Equal(503, answer.Status, $"status for {large.Length} bytes");
        await site.ExpectMetricAsync("TooLarge", cancellationToken);
        return $"{large.Length} bytes: 503, metric TooLarge";
    }

    private async Task<string> LargestAsync(CancellationToken cancellationToken)
    {
        var now = site.Now;
        var large = site.Sample.Build(1, now.AddHours(-1), now.AddDays(7), entries: 14_800);
        await site.PutAsync("crl/largest.crl", large);
        var answer = await site.Client.GetAsync("/crl/largest.crl");
        Expect.Equal(200, answer.Status, $"status for {large.Length} bytes");
        Expect.True(answer.Body.SequenceEqual(large), "the body is the object");
        return $"{large.Length} bytes, 14800 revocations";
    }
}

namespace Infra.Local.Verification.Checks;

/// <summary>What is not a CRL or CA certificate under the configured prefixes is refused, and S3 never hears of it.</summary>
public sealed class RefusalChecks(Site site)
{
    private static readonly (string What, string[] Paths, int Status)[] Table =
    [
        ("a path outside the prefixes", ["/", "/secret.crl", "/acm-pca-permission-test-key", "/audit-report/a.crl"], 404),
        ("another extension", ["/crl/key.pem", "/crl/a.crl.txt", "/crl/.crl/", "/aia/ca.crl", "/crl/ca.cer"], 404),
        ("traversal, in any encoding", ["/crl/../secret.crl", "/crl/%2e%2e/x.crl", "/crl/..%2fx.crl", "/crl/.%2E/x.crl", "/crl/..\\x.crl", "/crl/..%5Cx.crl"], 404),
        ("an escape that is still there after one decoding", ["/crl/%252e%252e/x.crl", "/crl/a%2500.crl"], 404),
        ("control characters", ["/crl/a%01.crl", "/crl/a%0D%0A.crl", "/crl/%7F.crl"], 404),
        ("empty segments", ["/crl//a.crl", "//crl/a.crl"], 404),
        ("a broken percent-encoding", ["/crl/%zz.crl", "/crl/%4.crl", "/crl/%C3%28.crl"], 400),
    ];

    public IEnumerable<Check> All()
    {
        foreach (var (what, paths, status) in Table)
        {
            yield return new Check($"Answered with {status}, without asking S3: {what}", _ => RefusedAsync(paths, status));
        }

        yield return new Check("A key that is not there is answered with 404", _ => MissingAsync());
        yield return new Check("Another method is answered with 405 and Allow", _ => OtherMethodsAsync());
        yield return new Check("The load balancer's health check is answered without asking S3", _ => HealthAsync());
    }

    private async Task<string> RefusedAsync(string[] paths, int status)
    {
        var before = site.S3Calls;
        foreach (var path in paths)
        {
            var answer = await site.Client.GetAsync(path);
            Expect.Equal(status, answer.Status, path);
        }

        Expect.Equal(before, site.S3Calls, "calls to S3");
        return string.Join(' ', paths);
    }

    private async Task<string> MissingAsync()
    {
        var answer = await site.Client.GetAsync("/crl/00000000-0000-0000-0000-000000000000.crl");
        Expect.Equal(404, answer.Status, "status");
        return "the role may not list the bucket, so S3 says 403 where it means 404";
    }

    private async Task<string> OtherMethodsAsync()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Patch })
        {
            var answer = await site.Client.SendAsync(method, site.CaCrlPath);
            Expect.Equal(405, answer.Status, method.Method);
            Expect.Equal("GET, HEAD", answer["allow"], $"Allow for {method}");
        }

        return "POST PUT DELETE OPTIONS PATCH; Allow: GET, HEAD";
    }

    private async Task<string> HealthAsync()
    {
        var before = site.S3Calls;
        var healthy = await site.Client.GetAsync("/health", ("User-Agent", "ELB-HealthChecker/2.0"));
        var anyone = await site.Client.GetAsync("/health");
        Expect.Equal((200, 404), (healthy.Status, anyone.Status), "status for the health checker and for anyone else");
        Expect.Equal(before, site.S3Calls, "calls to S3");
        return "200 for ELB-HealthChecker/2.0, 404 for anyone else";
    }
}

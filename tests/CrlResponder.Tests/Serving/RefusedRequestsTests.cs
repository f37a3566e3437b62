using Amazon.Lambda.ApplicationLoadBalancerEvents;
using FsCheck;
using FsCheck.Fluent;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Serving;

/// <summary>Requests that are answered without asking S3.</summary>
public sealed class RefusedRequestsTests
{
    private readonly Desk _desk = new();

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    [InlineData("get")]
    [InlineData("")]
    public async Task Other_methods_get_405_with_the_allowed_ones(string method)
    {
        var answer = await _desk.AnswerAsync(Some.Request(method: method));

        Assert.Equal(405, answer.StatusCode);
        Assert.Equal("GET, HEAD", answer.Header("Allow"));
        Assert.Empty(_desk.Store.Questions);
    }

    [Theory]
    [InlineData("/crl/%.crl")]
    [InlineData("/crl/%zz.crl")]
    [InlineData("/crl/%ff.crl")]
    public async Task Malformed_percent_encoding_gets_400(string path)
    {
        var answer = await _desk.GetAsync(path);

        Assert.Equal(400, answer.StatusCode);
        Assert.Empty(_desk.Store.Questions);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/secret.crl")]
    [InlineData("/crl/../secret.crl")]
    [InlineData("/crl/%2e%2e/secret.crl")]
    [InlineData("/crl/%252e%252e/secret.crl")]
    [InlineData("/crl/%2e%2e%2fsecret.crl")]
    [InlineData("/crl/..%5csecret.crl")]
    [InlineData("/crl//a.crl")]
    [InlineData("/crl/%0aa.crl")]
    [InlineData("/crl/a.txt")]
    [InlineData("/health")]
    public async Task Paths_that_are_not_served_get_404_and_never_reach_S3(string path)
    {
        var answer = await _desk.GetAsync(path);

        Assert.Equal(404, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.StartsWith("text/plain", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Empty(_desk.Store.Questions);
        Assert.Equal(CrlResponderMetrics.Refused, _desk.LastObservation.Outcome);
    }

    [Fact]
    public async Task The_load_balancers_health_check_gets_200_without_S3()
    {
        _desk.Store.IsDown = true;

        var answer = await _desk.GetAsync("/health", ("user-agent", "ELB-HealthChecker/2.0"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Empty(_desk.Store.Questions);
        Assert.Equal(CrlResponderMetrics.HealthCheck, _desk.LastObservation.Outcome);
    }

    [Fact]
    public async Task A_health_checker_elsewhere_is_a_client_like_any_other()
    {
        var answer = await _desk.GetAsync("/", ("user-agent", "ELB-HealthChecker/2.0"));

        Assert.Equal(404, answer.StatusCode);
    }

    [Fact]
    public async Task An_event_that_is_no_request_gets_400()
    {
        var answer = await _desk.AnswerAsync(null);

        Assert.Equal(400, answer.StatusCode);
    }

    [Fact]
    public void Whatever_the_path_only_allowed_keys_are_asked_of_S3()
    {
        var piece = Gen.Elements(
            "crl", "aia", "/", "/", "..", ".", "a", ".crl", ".cer", ".CRL", "%2e", "%2E%2e", "%2f", "%5c", "\\", "%", "%25",
            "%00", "\n", "%c3%a4", "ä", "?", "#", " ", "secret", "acm-pca-permission-test-key");
        var paths = piece.ArrayOf().Select(pieces => "/" + string.Concat(pieces))
            .Or(piece.ArrayOf().Select(pieces => "/crl/" + string.Concat(pieces) + ".crl"));

        Prop.ForAll(paths.ToArbitrary(), path =>
        {
            var desk = new Desk();

            var answer = desk.GetAsync(path).GetAwaiter().GetResult();

            Assert.Contains(answer.StatusCode, new[] { 400, 404 });
            Assert.All(desk.Store.Questions, question =>
            {
                var key = question["get ".Length..^" unless nothing".Length];
                Assert.Matches(@"^(crl/.*\.crl|aia/.*\.(cer|crt))$", key);
                Assert.DoesNotMatch(@"//|\\|%|[\x00-\x1f\x7f]|(^|/)\.\.?(/|$)", key);
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_request_throws()
    {
        var text = ArbMap.Default.GeneratorFor<string>();
        var requests = text.Four().Select(parts => ClientRequest.From(new ApplicationLoadBalancerRequest
        {
            HttpMethod = parts.Item1?.Length % 2 == 0 ? "GET" : parts.Item1,
            Path = $"/crl/{parts.Item2}.crl",
            Headers = new Dictionary<string, string>
            {
                ["if-none-match"] = parts.Item3,
                ["if-modified-since"] = parts.Item4,
                ["user-agent"] = parts.Item3,
            },
        }));

        Prop.ForAll(requests.ToArbitrary(), request =>
        {
            var desk = new Desk();

            _ = desk.AnswerAsync(request).GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();
    }
}

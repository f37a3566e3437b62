using System.Text.Json.Nodes;
using Infra.Local.Lambda.Permissions;
using Infra.Local.Tests.Lambda;

namespace Infra.Local.Tests.LoadBalancing;

/// <summary>Both services together, with a real process at the end.</summary>
public sealed class FunctionBehindLoadBalancerTests
{
    [Fact]
    public async Task A_request_goes_into_the_process_and_its_answer_to_the_client()
    {
        await using var lambda = Deploy();
        await using var balancing = await BalanceAsync(lambda);

        var answer = await RawHttp.GetAsync(balancing.Port, "/a%2Fb/%2e%2e/c//d?x=%41");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        var input = JsonNode.Parse(answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..])!;
        Assert.Equal("/a%2Fb/%2e%2e/c//d", (string?)input["path"]);
        Assert.Equal("%41", (string?)input["queryStringParameters"]!["x"]);
    }

    [Theory]
    [InlineData("/throw", "InvalidOperationException")]
    [InlineData("/exit", "Runtime.ExitError")]
    public async Task A_process_that_fails_is_a_bad_gateway_and_the_next_request_is_served(string path, string error)
    {
        await using var lambda = Deploy();
        await using var balancing = await BalanceAsync(lambda);

        var failed = await RawHttp.GetAsync(balancing.Port, path);
        var next = await RawHttp.GetAsync(balancing.Port, "/");

        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\n", failed, StringComparison.Ordinal);
        Assert.Contains(error, balancing.Log[0].ErrorDetail, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_is_a_bad_gateway()
    {
        await using var lambda = Deploy();
        await using var balancing = await BalanceAsync(lambda);
        lambda.Functions.All[0].Policy.Remove("alb");

        var answer = await RawHttp.GetAsync(balancing.Port, "/");

        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\n", answer, StringComparison.Ordinal);
        Assert.Equal("LambdaAccessDenied", balancing.Log.Single().ErrorReason);
    }

    private static LambdaRig Deploy()
    {
        var lambda = new LambdaRig();
        lambda.Deploy().Policy.Add(new InvokeGrant("alb", "lambda:InvokeFunction", "elasticloadbalancing.amazonaws.com")
        {
            SourceArn = Some.Account.Arn("elasticloadbalancing", "targetgroup/crl/*"),
            SourceAccount = Some.Account.Id,
        });
        return lambda;
    }

    private static Task<LoadBalancingRig> BalanceAsync(LambdaRig lambda) => LoadBalancingRig.StartAsync(
        LoadBalancingRig.Target with { FunctionArn = Some.Function().Arn }, functions: lambda.Functions);
}

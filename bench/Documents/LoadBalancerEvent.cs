using System.Text.Json;

namespace Infra.Bench.Documents;

/// <summary>The event of a load balancer for a GET, as it looks on AWS with single-value headers.</summary>
internal static class LoadBalancerEvent
{
    public static byte[] Get(string key) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        requestContext = new
        {
            elb = new
            {
                targetGroupArn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/crl/0123456789abcdef",
            },
        },
        httpMethod = "GET",
        path = $"/{key}",
        queryStringParameters = new Dictionary<string, string>(),
        headers = new Dictionary<string, string>
        {
            ["accept"] = "*/*",
            ["host"] = "crl.corp.example.mil",
            ["user-agent"] = "Microsoft-CryptoAPI/10.0",
            ["x-amzn-trace-id"] = "Root=1-5759e988-bd862e3fe1be46a994272793",
            ["x-forwarded-for"] = "10.0.0.10",
            ["x-forwarded-port"] = "80",
            ["x-forwarded-proto"] = "http",
        },
        body = "",
        isBase64Encoded = false,
    });
}

using System.Text;
using Amazon.Lambda.ApplicationLoadBalancerEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Infra.Amazon.Lambda.Tests.Serialization;

public class LoadBalancerEventTests
{
    private const string Context = """
        "requestContext": { "elb": { "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/crl/6d0e" } },
        "httpMethod": "GET", "path": "/crl/ca.crl", "body": "", "isBase64Encoded": false
        """;

    private static readonly SourceGeneratorLambdaJsonSerializer<TestJson> Serializer = new();

    [Fact]
    public void A_request_with_single_value_headers_is_read()
    {
        var request = Read($$"""
            { {{Context}}, "queryStringParameters": { "q": "1" }, "headers": { "host": "crl.corp.example.mil" } }
            """);

        Assert.Equal("GET", request.HttpMethod);
        Assert.Equal("/crl/ca.crl", request.Path);
        Assert.Equal("crl.corp.example.mil", request.Headers["host"]);
        Assert.Equal("1", request.QueryStringParameters["q"]);
        Assert.StartsWith("arn:aws:elastic", request.RequestContext.Elb.TargetGroupArn, StringComparison.Ordinal);
        Assert.Null(request.MultiValueHeaders);
        Assert.Null(request.MultiValueQueryStringParameters);
        Assert.False(request.IsBase64Encoded);
    }

    [Fact]
    public void A_request_with_multi_value_headers_is_read()
    {
        var request = Read($$"""
            { {{Context}}, "multiValueQueryStringParameters": { "q": ["1", "2"] },
              "multiValueHeaders": { "if-none-match": ["\"a\"", "\"b\""] } }
            """);

        Assert.Equal(["\"a\"", "\"b\""], request.MultiValueHeaders["if-none-match"]);
        Assert.Equal(["1", "2"], request.MultiValueQueryStringParameters["q"]);
        Assert.Null(request.Headers);
        Assert.Null(request.QueryStringParameters);
    }

    [Fact]
    public void A_response_has_the_names_of_the_load_balancer_and_no_nulls()
    {
        var json = Write(new ApplicationLoadBalancerResponse
        {
            StatusCode = 304,
            StatusDescription = "304 Not Modified",
            Headers = new Dictionary<string, string> { ["ETag"] = "\"a+b\"" },
        });

        Assert.Equal(
            """{"statusCode":304,"statusDescription":"304 Not Modified","headers":{"ETag":"\"a+b\""},"isBase64Encoded":false}""",
            json);
    }

    [Fact]
    public void A_response_can_carry_several_values_of_a_header()
    {
        var json = Write(new ApplicationLoadBalancerResponse
        {
            StatusCode = 405,
            MultiValueHeaders = new Dictionary<string, IList<string>> { ["Allow"] = ["GET", "HEAD"] },
            Body = "AAEC",
            IsBase64Encoded = true,
        });

        Assert.Equal(
            """{"statusCode":405,"multiValueHeaders":{"Allow":["GET","HEAD"]},"body":"AAEC","isBase64Encoded":true}""",
            json);
    }

    private static ApplicationLoadBalancerRequest Read(string json)
    {
        using var stream = Some.Text(json);
        return Serializer.Deserialize<ApplicationLoadBalancerRequest>(stream);
    }

    private static string Write(ApplicationLoadBalancerResponse response)
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(response, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Tests.CustomResources;

public sealed class ResponseBucketTests
{
    private const string Name = "cloudformation-custom-resource-response-";

    [Theory]
    [InlineData("us-east-1", "https://" + Name + "useast1.s3.amazonaws.com/arn%3Aaws?X-Amz-Signature=1")]
    [InlineData("eu-west-1", "https://" + Name + "euwest1.s3-eu-west-1.amazonaws.com/x")]
    [InlineData("us-gov-west-1", "https://" + Name + "usgovwest1.s3.us-gov-west-1.amazonaws.com/x")]
    [InlineData("us-gov-west-1", "https://" + Name + "usgovwest1.s3-fips.us-gov-west-1.amazonaws.com/x")]
    [InlineData("cn-north-1", "https://" + Name + "cnnorth1.s3.cn-north-1.amazonaws.com.cn/x")]
    public void It_has_the_urls_of_cloudformation_in_its_own_region(string region, string url) =>
        Assert.True(new ResponseBucket(region).Has(new Uri(url)));

    [Theory]
    [InlineData("http://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/x")]
    [InlineData("https://" + Name + "useast1.s3.amazonaws.com:8443/x")]
    [InlineData("https://user@cloudformation-custom-resource-response-useast1.s3.amazonaws.com/x")]
    [InlineData("https://" + Name + "useast2.s3.us-east-2.amazonaws.com/x")]
    [InlineData("https://" + Name + "useast1.s3.amazonaws.com.cn/x")]
    [InlineData("https://" + Name + "useast1.s3.amazonaws.com.attacker.example/x")]
    [InlineData("https://" + Name + "useast1.s3.attackeramazonaws.com/x")]
    [InlineData("https://" + Name + "useast1-attacker.s3.amazonaws.com/x")]
    [InlineData("https://attacker.s3.amazonaws.com/cloudformation-custom-resource-response-useast1/x")]
    [InlineData("https://s3.amazonaws.com/cloudformation-custom-resource-response-useast1/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:4599/cloudformation-custom-resource-response-useast1/x")]
    [InlineData("file:///etc/passwd")]
    public void It_has_no_other_url(string url) => Assert.False(new ResponseBucket("us-east-1").Has(new Uri(url)));

    [Theory]
    [InlineData("http://127.0.0.1:4599/cloudformation-custom-resource-response-useast1/x", true)]
    [InlineData("https://" + Name + "useast1.s3.amazonaws.com/x", true)]
    [InlineData("http://127.0.0.1:4599/crl-bucket/x", false)]
    [InlineData("http://127.0.0.1:4599/cloudformation-custom-resource-response-useast1/../crl-bucket/x", false)]
    [InlineData("http://127.0.0.1:4599/cloudformation-custom-resource-response-useast1/%2e%2e/crl-bucket/x", false)]
    [InlineData("http://127.0.0.1:9001/cloudformation-custom-resource-response-useast1/x", false)]
    [InlineData("http://127.0.0.2:4599/cloudformation-custom-resource-response-useast1/x", false)]
    public void At_the_endpoint_that_the_environment_names_it_is_in_the_path(string url, bool expected) =>
        Assert.Equal(expected, Read(("AWS_ENDPOINT_URL", "http://127.0.0.1:4599")).Has(new Uri(url)));

    [Fact]
    public void Without_tls_the_endpoint_must_be_on_this_machine()
    {
        var bucket = Read(("AWS_ENDPOINT_URL_S3", "http://s3.example"));

        Assert.False(bucket.Has(new Uri("http://s3.example/cloudformation-custom-resource-response-useast1/x")));
    }

    [Fact]
    public void The_endpoint_of_s3_comes_before_the_one_of_all_services()
    {
        var bucket = Read(("AWS_ENDPOINT_URL_S3", "https://s3.example"), ("AWS_ENDPOINT_URL", "https://all.example"));

        Assert.True(bucket.Has(new Uri("https://s3.example/cloudformation-custom-resource-response-useast1/x")));
        Assert.False(bucket.Has(new Uri("https://all.example/cloudformation-custom-resource-response-useast1/x")));
    }

    [Theory]
    [InlineData("AWS_REGION", "", "AWS_REGION is not set")]
    [InlineData("AWS_ENDPOINT_URL", "s3.example", "must be a URL")]
    public void An_environment_that_cannot_be_used_is_refused(string name, string value, string problem)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    private static ResponseBucket Read(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string> { ["AWS_REGION"] = "us-east-1" };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return ResponseBucket.FromEnvironment(all.GetValueOrDefault);
    }
}

using Amazon.Runtime;
using Infra.Trust.Identity;
using Infra.TrustManager.Identity;

namespace Infra.Trust.Tests.Identity;

public class CallerIdentityUrlTests
{
    /// <summary>The key of AWS's examples.</summary>
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private const string Binding =
        "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:trust-Reconcile;"
        + "49b9f059c936c66f765b63eb2a6f89ad25569e21694ace9601459e2a16538ef8";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// General Reference, "Signature Version 4 signing process", task 4: adding the signature to the query.
    /// </summary>
    [Fact]
    public void The_check_of_these_tests_gives_the_signature_of_the_documentation() => Assert.Equal(
        "37ac2f4fde00b0ac9bd9eadeb459b1bbee224158d66e7ae5fcadb70b2d181d02",
        SignatureCheck.Of(
            "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fiam%2Faws4_request&X-Amz-Date=20150830T123600Z"
            + "&X-Amz-Expires=60&X-Amz-SignedHeaders=content-type%3Bhost",
            SecretKey,
            ("content-type", "application/x-www-form-urlencoded; charset=utf-8")));

    /// <summary>The signatures are those of botocore 1.43.11 for the same call.</summary>
    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE", null, "2bd3e2016b0bc5a586c0a050d344b2c91f59a74b5cf41438e499cb6d072cc992")]
    [InlineData(
        "ASIAIOSFODNN7EXAMPLE", "IQoJb3JpZ2lu/+==", "715396bcf008407b51f1e3241e58a2c08614741c2d789c390463e5cc54fb433f")]
    public void A_url_has_the_signature_that_another_sdk_gives_it(string accessKey, string? token, string signature)
    {
        var url = Sign(StsEndpoint.Of("us-gov-west-1"), accessKey, token, Binding);

        Assert.StartsWith(
            "https://sts.us-gov-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&",
            url,
            StringComparison.Ordinal);
        Assert.Equal(signature, SignatureOf(url));
        Assert.Equal("host;x-infra-request", SignatureCheck.Value(url.Split('&'), "X-Amz-SignedHeaders"));
        Assert.Equal("300", SignatureCheck.Value(url.Split('&'), "X-Amz-Expires"));
    }

    [Fact]
    public void Without_a_binding_only_the_host_is_signed() => Assert.Equal(
        "bb1c4b86c5bae3e145ae36aee14390fbcaecb3a3092d5eae8a4a4d87d2112d8f",
        SignatureOf(Sign(new StsEndpoint("us-east-1", "http://127.0.0.1:4599"), "AKIAIOSFODNN7EXAMPLE", null, null)));

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("us-gov-east-1")]
    [InlineData("cn-north-1")]
    [InlineData("us-iso-east-1")]
    public void Every_partition_has_its_own_host_and_the_signature_is_right(string region)
    {
        var endpoint = StsEndpoint.Of(region);
        var binding = $"arn:x:lambda:{region}:111122223333:function:f;00";

        var url = Sign(endpoint, "ASIAIOSFODNN7EXAMPLE", "a b/+=%&?#~é", binding);

        Assert.Equal(
            SignatureCheck.Of(url, SecretKey, (RequestBinding.HeaderName, binding)), SignatureOf(url));
    }

    private static string Sign(StsEndpoint endpoint, string accessKey, string? token, string? binding) =>
        CallerIdentityUrl.Sign(endpoint, new ImmutableCredentials(accessKey, SecretKey, token), binding, Now);

    private static string SignatureOf(string url) => SignatureCheck.Value(url.Split('&'), "X-Amz-Signature");
}

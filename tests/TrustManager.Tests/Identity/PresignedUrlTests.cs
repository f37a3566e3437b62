using Infra.TrustManager.Identity;

namespace Infra.TrustManager.Tests.Identity;

/// <summary>Everything that must not be called, and one URL that may.</summary>
public sealed class PresignedUrlTests
{
    private static readonly StsEndpoint Endpoint = StsEndpoint.Of(SomeProof.Region);

    private static readonly SomeProof Valid = new() { Endpoint = "https://sts.us-gov-west-1.amazonaws.com" };

    [Fact]
    public void A_valid_url_is_written_anew()
    {
        var (url, problems) = Check(Valid);

        Assert.Empty(problems);
        Assert.Equal(Valid.Url, url);
    }

    [Fact]
    public void The_order_of_the_parameters_does_not_matter() =>
        Assert.Equal(Valid.Url, Check(Valid with { Query = [.. Valid.Query.Reverse()] }).Url);

    [Fact]
    public void A_session_token_may_be_missing() =>
        Assert.Empty(Check(Valid.With("X-Amz-Security-Token", null)).Problems);

    [Theory]
    [InlineData("http://sts.us-gov-west-1.amazonaws.com")]
    [InlineData("HTTPS://sts.us-gov-west-1.amazonaws.com")]
    [InlineData("https://evil.example")]
    [InlineData("https://sts.us-gov-west-1.amazonaws.com.evil.example")]
    [InlineData("https://sts.us-gov-west-1.amazonaws.com@evil.example")]
    [InlineData("https://sts.us-gov-west-1.amazonaws.com:443@evil.example")]
    [InlineData("https://user@sts.us-gov-west-1.amazonaws.com")]
    [InlineData("https://sts.us-gov-west-1.amazonaws.com:8443")]
    [InlineData("https://sts.us-gov-west-1.amazonaws.com:443")]
    [InlineData("https://sts.us-gov-west-1.amazonaws.com\\@evil.example")]
    [InlineData("https://STS.us-gov-west-1.amazonaws.com")]
    [InlineData("https://sts.us-gov-east-1.amazonaws.com")]
    [InlineData("https://sts.amazonaws.com")]
    [InlineData("https://sts.us-gov-west-1.amazonaws.com.")]
    [InlineData(" https://sts.us-gov-west-1.amazonaws.com")]
    [InlineData("//sts.us-gov-west-1.amazonaws.com")]
    [InlineData("https://169.254.169.254")]
    [InlineData("file:///etc/passwd")]
    public void Another_place_than_the_regions_sts_is_refused(string endpoint)
    {
        var (url, problems) = Check(Valid with { Endpoint = endpoint });

        Assert.Null(url);
        Assert.Contains($"must begin with '{Valid.Endpoint}/?'", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("/x?")]
    [InlineData("//?")]
    [InlineData("/#?")]
    [InlineData("/..?")]
    public void Another_path_is_refused(string path) => Assert.Null(Check(Valid with { Path = path }).Url);

    [Theory]
    [InlineData("Action=AssumeRole", "parameter Action twice")]
    [InlineData("action=AssumeRole", "the parameter 'action'")]
    [InlineData("%41ction=AssumeRole", "the parameter '%41ction'")]
    [InlineData("RoleArn=x", "the parameter 'RoleArn'")]
    [InlineData("x-amz-signature=00", "the parameter 'x-amz-signature'")]
    [InlineData("", "the parameter ''")]
    public void A_further_parameter_is_refused(string parameter, string problem) =>
        Refused(Valid.And(parameter), problem);

    [Theory]
    [InlineData("Action", "AssumeRole")]
    [InlineData("Action", "GetCallerIdentity%0A")]
    [InlineData("Action", "GetCallerIdentity;Action=AssumeRole")]
    [InlineData("Version", "2012-10-17")]
    [InlineData("X-Amz-Algorithm", "AWS4-ECDSA-P256-SHA256")]
    [InlineData("X-Amz-Credential", "ASIA%2F20261121%2Fus-gov-west-1%2Fiam%2Faws4_request")]
    [InlineData("X-Amz-Credential", "ASIA/20261121/us-gov-west-1/sts/aws4_request")]
    [InlineData("X-Amz-Date", "20261121T080000")]
    [InlineData("X-Amz-Expires", "-1")]
    [InlineData("X-Amz-Expires", "3600")]
    [InlineData("X-Amz-Security-Token", "a%0D%0AHost%3A%20evil")]
    [InlineData("X-Amz-Security-Token", "a%zz")]
    [InlineData("X-Amz-Security-Token", "a#fragment")]
    [InlineData("X-Amz-SignedHeaders", "host")]
    [InlineData("X-Amz-SignedHeaders", "host%3Bx-k8s-aws-id")]
    [InlineData("X-Amz-SignedHeaders", "x-infra-request")]
    [InlineData("X-Amz-SignedHeaders", "host%3Bx-amz-target%3Bx-infra-request")]
    [InlineData("X-Amz-Signature", "00")]
    public void A_value_of_another_form_is_refused(string name, string value) =>
        Refused(Valid.With(name, value), $"{name} is not as expected");

    [Theory]
    [InlineData("Action")]
    [InlineData("X-Amz-Expires")]
    [InlineData("X-Amz-SignedHeaders")]
    [InlineData("X-Amz-Signature")]
    public void A_missing_parameter_is_refused(string name) => Refused(Valid.With(name, null), $"{name} is missing");

    [Theory]
    [InlineData("X-Amz-Date", "20261121T075459Z", "was signed at 2026-11-21 07:54:59Z for 300 seconds")]
    [InlineData("X-Amz-Date", "20261121T080501Z", "check the clock")]
    [InlineData("X-Amz-Date", "20261121T086100Z", "not a moment")]
    [InlineData("X-Amz-Date", "20261120T235959Z", "both must be of one day")]
    [InlineData("X-Amz-Expires", "0", "allowed are 1 to 300")]
    [InlineData("X-Amz-Expires", "301", "allowed are 1 to 300")]
    [InlineData("X-Amz-Credential", "ASIA%2F20261121%2Fus-east-1%2Fsts%2Faws4_request", "this function is in ")]
    public void A_signature_for_another_time_or_region_is_refused(string name, string value, string problem) =>
        Refused(Valid.With(name, value), problem);

    [Theory]
    [InlineData("20261121T075500Z")]
    [InlineData("20261121T080500Z")]
    public void A_signature_counts_for_five_minutes_with_a_clock_five_minutes_ahead(string date) =>
        Assert.Empty(Check(Valid.With("X-Amz-Date", date)).Problems);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var (_, problems) = Check(Valid.With("Action", "x").With("Version", null).And("RoleArn=y"));

        Assert.Equal(3, problems.Count);
    }

    [Fact]
    public void A_flood_of_parameters_ends_at_the_first_too_many()
    {
        var (_, problems) = Check(Valid with { Query = [.. Enumerable.Repeat("a=b", 1000)] });

        Assert.True(problems.Count < 30, $"{problems.Count}");
    }

    private static void Refused(SomeProof proof, string problem)
    {
        var (url, problems) = Check(proof);

        Assert.Null(url);
        Assert.Contains(problems, found => found.Contains(problem, StringComparison.Ordinal));
    }

    private static (string? Url, List<string> Problems) Check(SomeProof proof)
    {
        var problems = new List<string>();
        return (PresignedUrl.Check(proof.Url, Endpoint, SomeProof.Now, problems), problems);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Infra.Trust.Identity;
using Infra.Trust.Tests.Lambda;
using Infra.TrustManager.Identity;

namespace Infra.Trust.Tests.Identity;

public sealed class RequestSignerTests : IDisposable
{
    private const string SecretKey = "secret";

    private const string Payload = """{"request":"hold","reason":"M\u00FCller \u0026 co"}""";

    private const string Arn = "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:f";

    private readonly HttpClient _http = StsClient.CreateHttp();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_request_gets_a_proof_for_this_function_and_this_request()
    {
        var signed = await SignAsync(new Uri("https://lambda.us-gov-west-1.amazonaws.com"), $"{Arn}:live", "us-east-1");

        using var request = JsonDocument.Parse(Payload);
        using var sent = JsonDocument.Parse(signed);
        var identity = sent.RootElement.GetProperty("identity");
        var (url, header) = (identity.GetProperty("url").GetString()!, identity.GetProperty("header").GetString()!);
        Assert.Equal(RequestBinding.Of(Arn, request.RootElement), header);
        Assert.Equal(RequestBinding.Of(Arn, sent.RootElement), header);
        Assert.StartsWith("https://sts.us-gov-west-1.amazonaws.com/?", url, StringComparison.Ordinal);
        Assert.Equal(
            SignatureCheck.Of(url, SecretKey, (RequestBinding.HeaderName, header)),
            SignatureCheck.Value(url.Split('&'), "X-Amz-Signature"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:4599/")]
    [InlineData("http://localhost:4599/")]
    public async Task On_this_machine_the_local_aws_is_asked_at_its_number(string address)
    {
        var signed = JsonNode.Parse(await SignAsync(new Uri(address), Arn, null))!;

        Assert.StartsWith("http://127.0.0.1:4599/?", (string)signed["identity"]!["url"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_of_a_function_that_is_named_without_one_comes_from_sts()
    {
        await using var aws = await FakeLambda.SayingAsync();

        var signed = JsonNode.Parse(await SignAsync(new Uri(aws.Url), "f", "us-gov-west-1"))!;

        Assert.StartsWith(
            "arn:aws-us-gov:lambda:us-gov-west-1:999988887777:function:f;",
            (string)signed["identity"]!["header"]!,
            StringComparison.Ordinal);
        Assert.Equal(["GetCallerIdentity"], aws.Calls);
    }

    [Theory]
    [InlineData(403, "ExpiredToken", "STS does not accept it: ExpiredToken")]
    [InlineData(503, "ServiceUnavailable", "could not be reached. Name the function by its ARN")]
    public async Task Without_an_account_there_is_no_proof(int status, string code, string problem)
    {
        await using var aws = await FakeLambda.SayingAsync();
        aws.Refusal = new Refusal("GetCallerIdentity", status, code, "no");

        var failure = await Assert.ThrowsAsync<UnsignedException>(
            () => SignAsync(new Uri(aws.Url), "f", "us-gov-west-1"));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_region_or_keys_there_is_no_proof()
    {
        var address = new Uri("https://lambda.us-gov-west-1.amazonaws.com");

        Assert.Contains(
            "AWS_REGION",
            (await Assert.ThrowsAsync<UnsignedException>(() => SignAsync(address, "f", null))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnsignedException>(() => SignAsync(address, "a function", "us-east-1"));
        var keyless = new RequestSigner(
            address, null, () => new AnonymousAWSCredentials(), new StsClient(_http), TimeProvider.System);
        await Assert.ThrowsAsync<UnsignedException>(() => keyless.SignAsync(Arn, Payload, CancellationToken.None));
    }

    private Task<string> SignAsync(Uri address, string function, string? region) => new RequestSigner(
        address,
        region,
        () => new BasicAWSCredentials("AKIDEXAMPLE", SecretKey),
        new StsClient(_http),
        TimeProvider.System).SignAsync(function, Payload, CancellationToken.None);
}

using Infra.TrustManager.Identity;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.Identity;

public sealed class RequesterCheckTests : IAsyncLifetime
{
    private FakeSts _sts = null!;

    public async Task InitializeAsync() => _sts = await FakeSts.StartAsync();

    public async Task DisposeAsync() => await _sts.DisposeAsync();

    [Fact]
    public async Task The_requester_is_whom_sts_names()
    {
        var proof = _sts.Proof;

        var requester = await _sts.CheckAsync(proof);

        Assert.Equal(new Requester.Accepted(FakeSts.Arn), requester);
        var (query, header) = Assert.Single(_sts.Calls);
        Assert.Equal($"?{string.Join('&', proof.Query)}", query);
        Assert.Equal(RequestBinding.Of(SomeProof.FunctionArn, SomeProof.Parse(proof.Request.ToJsonString())), header);
    }

    [Fact]
    public async Task A_version_or_an_alias_of_the_function_is_the_function()
    {
        var requester = await _sts.CheckAsync(_sts.Proof, $"{SomeProof.FunctionArn}:live");

        Assert.Equal(new Requester.Accepted(FakeSts.Arn), requester);
    }

    [Fact]
    public async Task A_request_without_a_proof_is_self_reported_and_sts_is_not_asked()
    {
        var check = new RequesterCheck(
            new StsEndpoint(SomeProof.Region, _sts.Url), new StsClient(StsClient.CreateHttp()), TimeProvider.System);

        var requester = await check.FindAsync(
            SomeProof.Parse("""{"request":"apply"}"""), SomeProof.FunctionArn, CancellationToken.None);

        Assert.Equal(new Requester.Accepted("self-reported"), requester);
        Assert.Empty(_sts.Calls);
    }

    [Fact]
    public async Task A_proof_for_another_function_is_refused()
    {
        var proof = _sts.Proof with { SignedFor = $"{SomeProof.FunctionArn}-2" };

        await RefusedUnaskedAsync(proof, $"it was signed for another function than {SomeProof.FunctionArn}");
    }

    [Fact]
    public async Task A_proof_for_another_request_is_refused()
    {
        var other = RequestBinding.Of(SomeProof.FunctionArn, SomeProof.Parse("""{"request":"release"}"""));

        await RefusedUnaskedAsync(_sts.Proof with { Header = other }, "it was signed for another request than this one");
    }

    [Fact]
    public async Task A_member_that_occurs_twice_is_refused()
    {
        var json = _sts.Proof.ToJson().GetRawText();
        var twice = SomeProof.Parse($$"""{"request":"release",{{json[1..]}}""");
        var check = new RequesterCheck(
            new StsEndpoint(SomeProof.Region, _sts.Url), new StsClient(StsClient.CreateHttp()), TimeProvider.System);

        var requester = await check.FindAsync(twice, SomeProof.FunctionArn, CancellationToken.None);

        Assert.Contains("the member 'request' occurs twice", Problem(requester), StringComparison.Ordinal);
        Assert.Empty(_sts.Calls);
    }

    [Theory]
    [InlineData("""null""")]
    [InlineData("""["url","header"]""")]
    [InlineData("""{"url":"https://sts"}""")]
    [InlineData("""{"url":1,"header":"h"}""")]
    [InlineData("""{"url":"u","header":"h","host":"sts"}""")]
    public async Task A_member_of_another_form_is_refused(string member)
    {
        var check = new RequesterCheck(
            new StsEndpoint(SomeProof.Region, _sts.Url), new StsClient(StsClient.CreateHttp()), TimeProvider.System);

        var requester = await check.FindAsync(
            SomeProof.Parse($$"""{"request":"apply","identity":{{member}}}"""), SomeProof.FunctionArn, CancellationToken.None);

        Assert.Contains("identity must be an object with the texts url", Problem(requester), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_url_than_8192_characters_is_refused()
    {
        var proof = _sts.Proof.With("X-Amz-Security-Token", new string('a', 8192));

        await RefusedUnaskedAsync(proof, "at most 8192 characters");
    }

    [Theory]
    [InlineData(403, "SignatureDoesNotMatch")]
    [InlineData(403, "InvalidClientTokenId")]
    [InlineData(403, "ExpiredToken")]
    [InlineData(400, "IncompleteSignature")]
    public async Task What_sts_does_not_accept_is_refused_with_its_code(int status, string code)
    {
        Answer(status, FakeSts.Error(code));

        var problem = Problem(await _sts.CheckAsync(_sts.Proof));

        Assert.Contains($"STS does not accept it: {code}, HTTP status {status}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(400, "Throttling")]
    [InlineData(429, "none")]
    public async Task A_failure_of_sts_does_not_keep_an_operator_from_working(int status, string code)
    {
        Answer(status, FakeSts.Error(code));

        var requester = await _sts.CheckAsync(_sts.Proof);

        Assert.Equal(new Requester.Accepted("self-reported (STS could not be reached)"), requester);
    }

    [Fact]
    public async Task A_connection_that_ends_does_not_either()
    {
        _sts.Answer = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

        var requester = await _sts.CheckAsync(_sts.Proof);

        Assert.Equal(new Requester.Accepted("self-reported (STS could not be reached)"), requester);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _sts.Answer = http =>
        {
            http.Response.Redirect($"{_sts.Url}/elsewhere");
            return Task.CompletedTask;
        };

        var problem = Problem(await _sts.CheckAsync(_sts.Proof));

        Assert.Contains("HTTP status 302", problem, StringComparison.Ordinal);
        Assert.Single(_sts.Calls);
    }

    [Fact]
    public async Task A_response_of_more_than_64_kilobytes_is_refused()
    {
        Answer(200, FakeSts.Document() + new string(' ', 64 * 1024));

        Assert.Contains("more than 65536 bytes", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<GetCallerIdentityResponse/>")]
    [InlineData("<a><GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:root</Arn>"
        + "<UserId>1</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse></a>")]
    public async Task A_response_without_an_identity_is_refused(string document)
    {
        Answer(200, document);

        Assert.Contains("unexpected response", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:iam::999999999999:user/mallory")]
    [InlineData("arn:aws:iam::111122223333:user/a b")]
    [InlineData("arn:aws:iam::111122223333:user/a</Arn><Arn>arn:aws:iam::111122223333:user/b")]
    public async Task An_arn_that_is_none_of_the_account_is_refused(string arn)
    {
        Answer(200, FakeSts.Document(arn: arn));

        Assert.Contains("unexpected response", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_a_dtd_is_refused()
    {
        Answer(200, $"""<!DOCTYPE a [<!ENTITY e "x">]>{FakeSts.Document()}""");

        Assert.Contains("unexpected response", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_error_holds_no_secret()
    {
        Answer(403, FakeSts.Error("SignatureDoesNotMatch"));
        SomeProof[] proofs =
        [
            _sts.Proof,
            _sts.Proof with { Path = "/x?" },
            _sts.Proof with { SignedFor = "other" },
            .. _sts.Proof.Query.Select(pair => _sts.Proof.With(pair.Split('=')[0], $"{pair.Split('=')[1]}!")),
            .. _sts.Proof.Query.Select(_sts.Proof.And),
        ];
        foreach (var proof in proofs)
        {
            var problem = Problem(await _sts.CheckAsync(proof));

            Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
            Assert.DoesNotContain(SomeProof.Signature, problem, StringComparison.Ordinal);
        }
    }

    private async Task RefusedUnaskedAsync(SomeProof proof, string problem)
    {
        Assert.Contains(problem, Problem(await _sts.CheckAsync(proof)), StringComparison.Ordinal);
        Assert.Empty(_sts.Calls);
    }

    private static string Problem(Requester requester) => Assert.IsType<Requester.Refused>(requester).Problem;

    private void Answer(int status, string document) => _sts.Answer = http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(document);
    };
}

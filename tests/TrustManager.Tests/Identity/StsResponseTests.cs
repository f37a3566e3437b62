using Infra.TrustManager.Identity;

namespace Infra.TrustManager.Tests.Identity;

/// <summary>What STS answers to a proof of the right form, and what that means for the request.</summary>
public sealed class StsResponseTests : IAsyncLifetime
{
    private FakeSts _sts = null!;

    public async Task InitializeAsync() => _sts = await FakeSts.StartAsync();

    public async Task DisposeAsync() => await _sts.DisposeAsync();

    [Theory]
    [InlineData(403, "SignatureDoesNotMatch")]
    [InlineData(403, "InvalidClientTokenId")]
    [InlineData(403, "ExpiredToken")]
    [InlineData(400, "IncompleteSignature")]
    public async Task What_sts_does_not_accept_is_refused_with_its_code(int status, string code)
    {
        _sts.Answer(status, FakeSts.Error(code));

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
        _sts.Answer(status, FakeSts.Error(code));

        var requester = await _sts.CheckAsync(_sts.Proof);

        Assert.Equal(new Requester.Accepted("self-reported (STS could not be reached)"), requester);
    }

    [Fact]
    public async Task A_connection_that_ends_does_not_either()
    {
        _sts.Handle = http =>
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
        _sts.Handle = http =>
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
        _sts.Answer(200, FakeSts.Document() + new string(' ', 64 * 1024));

        Assert.Contains("more than 65536 bytes", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<GetCallerIdentityResponse/>")]
    [InlineData("<a><GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:root</Arn>"
        + "<UserId>1</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
        + "</a>")]
    public async Task A_response_without_an_identity_is_refused(string document)
    {
        _sts.Answer(200, document);

        Assert.Contains("unexpected response", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:iam::999999999999:user/mallory")]
    [InlineData("arn:aws:iam::111122223333:user/a b")]
    [InlineData("arn:aws:iam::111122223333:user/a</Arn><Arn>arn:aws:iam::111122223333:user/b")]
    public async Task An_arn_that_is_none_of_the_account_is_refused(string arn)
    {
        _sts.Answer(200, FakeSts.Document(arn: arn));

        Assert.Contains("unexpected response", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_a_dtd_is_refused()
    {
        _sts.Answer(200, $"""<!DOCTYPE a [<!ENTITY e "x">]>{FakeSts.Document()}""");

        Assert.Contains("unexpected response", Problem(await _sts.CheckAsync(_sts.Proof)), StringComparison.Ordinal);
    }

    private static string Problem(Requester requester) => Assert.IsType<Requester.Refused>(requester).Problem;
}

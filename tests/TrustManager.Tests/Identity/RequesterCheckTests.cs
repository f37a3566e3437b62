using Infra.TrustManager.Identity;

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
        var check = FakeSts.Check(_sts.Url, TimeProvider.System);

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

        await RefusedUnaskedAsync(_sts.Proof with { Header = other }, "it was signed for another request than this");
    }

    [Fact]
    public async Task A_member_that_occurs_twice_is_refused()
    {
        var json = _sts.Proof.ToJson().GetRawText();
        var twice = SomeProof.Parse($$"""{"request":"release",{{json[1..]}}""");
        var check = FakeSts.Check(_sts.Url, TimeProvider.System);

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
        var check = FakeSts.Check(_sts.Url, TimeProvider.System);

        var requester = await check.FindAsync(
            SomeProof.Parse($$"""{"request":"apply","identity":{{member}}}"""),
            SomeProof.FunctionArn,
            CancellationToken.None);

        Assert.Contains("identity must be an object with the texts url", Problem(requester), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_url_than_8192_characters_is_refused()
    {
        var proof = _sts.Proof.With("X-Amz-Security-Token", new string('a', 8192));

        await RefusedUnaskedAsync(proof, "at most 8192 characters");
    }

    [Fact]
    public async Task Whatever_is_wrong_the_error_holds_no_secret()
    {
        _sts.Answer(403, FakeSts.Error("SignatureDoesNotMatch"));
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
}

using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Activation;

public sealed class CaActivationTests : IDisposable
{
    private readonly FakeAccount _account = new();
    private readonly FakeCa _parent;

    public CaActivationTests()
    {
        _parent = _account.PrivateCa.Add(Some.OtherCa);
        _account.Ca.Status = CaStatus.PendingCertificate;
        _account.Ca.Certificate = null;
    }

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_subordinate_CA_gets_its_certificate_from_its_parent()
    {
        var answer = await SendAsync("Create");

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(CaStatus.Active, _account.Ca.Status);
        var order = Assert.Single(_parent.Orders);
        Assert.Equal("arn:aws-us-gov:acm-pca:::template/SubordinateCACertificate_PathLen0/V1", order.TemplateArn);
        Assert.Equal("SHA256WITHRSA", order.SigningAlgorithm);
        Assert.Equal(new ValidityPeriod(5, "YEARS"), order.Validity);
        Assert.Equal(_parent.Issued.Values.Single(), _account.Ca.Certificate);
        Assert.Equal($"ca-activation/{Some.Ca.CaId}", answer.PhysicalResourceId);
        Assert.Equal(Some.Ca.ToString(), answer.Data["CertificateAuthorityArn"]);
    }

    [Fact]
    public async Task A_CSR_or_certificate_that_is_still_being_made_is_waited_for()
    {
        _account.PrivateCa.MadeAt = _account.Time.GetUtcNow() + TimeSpan.FromSeconds(40);

        var answer = await SendAsync("Create");

        Assert.True(answer.Succeeded, answer.Reason);
    }

    [Fact]
    public async Task An_active_CA_is_left_alone()
    {
        _account.Ca.Status = CaStatus.Active;
        _account.Ca.Certificate = Some.RootCertificate;

        var answer = await SendAsync("Update");

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Empty(_parent.Orders);
        Assert.Same(Some.RootCertificate, _account.Ca.Certificate);
    }

    [Fact]
    public async Task A_disabled_CA_is_switched_on()
    {
        _account.Ca.Status = CaStatus.Disabled;

        await SendAsync("Create");

        Assert.Equal(CaStatus.Active, _account.Ca.Status);
        Assert.Empty(_parent.Orders);
    }

    [Theory]
    [InlineData(CaStatus.Deleted)]
    [InlineData(CaStatus.Failed)]
    [InlineData(CaStatus.Expired)]
    public async Task A_CA_that_cannot_become_active_is_a_clear_error(string status)
    {
        _account.Ca.Status = status;

        var answer = await SendAsync("Create");

        Assert.False(answer.Succeeded);
        Assert.Contains(status, answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_it_disables_the_CA_so_that_CloudFormation_can_delete_that()
    {
        await SendAsync("Create");

        var answer = await SendAsync("Delete");

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(CaStatus.Disabled, _account.Ca.Status);
    }

    [Fact]
    public async Task Deleting_it_leaves_a_CA_that_never_became_active()
    {
        var answer = await SendAsync("Delete");

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(CaStatus.PendingCertificate, _account.Ca.Status);
    }

    [Fact]
    public async Task Deleting_it_after_the_CA_succeeds()
    {
        _account.PrivateCa.Remove(Some.Ca);

        Assert.True((await SendAsync("Delete")).Succeeded);
    }

    [Fact]
    public async Task All_problems_are_reported_at_once()
    {
        var answer = await SendAsync("Create", ("ValidityYears", "0"), ("PathLength", "4"), ("ParentCertificateAuthorityArn", "x"));

        Assert.All(
            ["ValidityYears", "PathLength", "ParentCertificateAuthorityArn"],
            name => Assert.Contains(name, answer.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CallFault.Throttled)]
    [InlineData(CallFault.ServerError)]
    [InlineData(CallFault.TimedOut)]
    [InlineData(CallFault.AnswerLost)]
    [InlineData(CallFault.CrashBefore)]
    [InlineData(CallFault.CrashAfter)]
    public async Task Whatever_call_breaks_the_CA_ends_active_with_one_certificate(CallFault fault)
    {
        await SendAsync("Create");
        var calls = _account.Calls.Names.Count;
        for (var at = 0; at < calls; at++)
        {
            using var test = new CaActivationTests();
            test._account.Calls.Plan(at, fault, 1);

            var answer = await test.SendAsync("Create");

            Assert.True(answer.Succeeded, $"{fault} at {at}: {answer.Reason}");
            Assert.Equal(CaStatus.Active, test._account.Ca.Status);
            Assert.Single(test._parent.Orders);
        }
    }

    private Task<CustomResourceAnswer> SendAsync(string kind, params (string Name, string Value)[] changes)
    {
        var request = Some.Event(kind, FakeAccount.Activation(changes));
        request["PhysicalResourceId"] = $"ca-activation/{Some.Ca.CaId}";
        return _account.SendAsync(request, _account.Activator());
    }
}

using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class ParentProblemTests
{
    [Theory]
    [InlineData(CaStatus.Active, null)]
    [InlineData(CaStatus.Disabled, "Enable it")]
    [InlineData(CaStatus.Expired, "Renew it")]
    [InlineData(CaStatus.Deleted, "Restore it")]
    [InlineData(CaStatus.PendingCertificate, "Install its certificate")]
    [InlineData(CaStatus.Creating, "Install its certificate")]
    [InlineData(CaStatus.Failed, "Name another CA above")]
    public void The_state_of_the_parent_decides_what_to_do(string status, string? nextStep)
    {
        var problem = ParentProblem.In(SomeRenewal.Subordinate(900, 5000, parentStatus: status));

        Assert.Equal(nextStep is null ? null : $"parent-{status}", problem?.Code);
        Assert.StartsWith(nextStep ?? "", problem?.NextStep ?? "", StringComparison.Ordinal);
        Assert.False(problem?.IsTransient ?? false);
    }

    [Theory]
    [InlineData(ServiceFailure.Throttled, true, "passes by itself")]
    [InlineData(ServiceFailure.Unavailable, true, "passes by itself")]
    [InlineData(ServiceFailure.InProgress, true, "passes by itself")]
    [InlineData(ServiceFailure.ConcurrentModification, true, "passes by itself")]
    [InlineData(ServiceFailure.NotFound, false, "does not exist")]
    [InlineData(ServiceFailure.Denied, false, "AWS RAM")]
    [InlineData(ServiceFailure.Rejected, false, "Correct what it names")]
    public void The_kind_of_the_failure_decides_whether_it_passes(ServiceFailure kind, bool isTransient, string nextStep)
    {
        var view = SomeRenewal.Root(900) with
        {
            ParentFailure = new ParentFailure(Some.OtherCa, kind, "acm-pca:DescribeCertificateAuthority failed."),
        };

        var problem = ParentProblem.In(view)!;

        Assert.Equal($"parent-{kind}", problem.Code);
        Assert.Equal(isTransient, problem.IsTransient);
        Assert.Contains(nextStep, problem.NextStep, StringComparison.Ordinal);
        Assert.Contains("could not be read: acm-pca:Describe", problem.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_has_no_such_problem() => Assert.Null(ParentProblem.In(SomeRenewal.Root(900)));
}

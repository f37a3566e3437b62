using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Renewal;

namespace Infra.Cdk.Tests.Configuration;

public sealed class RenewalTermsTests
{
    private const string Parent = Some.CaArn;

    private static CertificateAuthoritySettings Root => Some.Settings.CertificateAuthority;

    private static CertificateAuthoritySettings Subordinate =>
        Some.Environments.Read("local-subordinate").CertificateAuthority;

    private static CertificateAuthoritySettings Existing =>
        Some.Environments.Read("local-existing").CertificateAuthority;

    [Theory]
    [InlineData(1, 182)]
    [InlineData(2, 365)]
    [InlineData(3, 365)]
    [InlineData(30, 365)]
    public void Renewal_begins_at_half_of_the_validity_and_a_year_before_the_end_at_most(int years, int days) =>
        Assert.Equal(days, RenewalTerms.Of(Root with { ValidityYears = years }).RenewBeforeDays);

    [Fact]
    public void A_ca_of_the_deployment_is_renewed_as_it_was_created()
    {
        Assert.Equal(new RenewalTerms(true, 365, 10, null, 0), RenewalTerms.Of(Root));
        Assert.Equal(
            new RenewalTerms(true, 365, 5, Subordinate.ParentCertificateAuthorityArn, 2),
            RenewalTerms.Of(Subordinate with { PathLength = 2 }));
    }

    [Fact]
    public void A_ca_of_the_deployment_can_be_watched_only()
    {
        var watched = Root with { Renewal = new RenewalSettings { Mode = RenewalSettings.Watch } };

        Assert.False(RenewalTerms.Of(watched).Renews);
    }

    [Fact]
    public void A_ca_that_exists_is_watched_for_a_year_before_its_end() =>
        Assert.Equal(new RenewalTerms(false, 365, null, null, null), RenewalTerms.Of(Existing));

    [Fact]
    public void A_ca_that_exists_is_renewed_when_asked_for()
    {
        var renewal = new RenewalSettings
        {
            Mode = RenewalSettings.Renew, ValidityYears = 1, ParentCertificateAuthorityArn = Parent, PathLength = 1,
        };

        Assert.Equal(new RenewalTerms(true, 182, 1, Parent, 1), RenewalTerms.Of(Existing with { Renewal = renewal }));
        Assert.Equal(
            new RenewalTerms(true, 182, 1, Parent, null) { AllowChanges = "pathLength,issuer" },
            RenewalTerms.Of(Existing with
            {
                Renewal = renewal with { PathLength = null, AllowChanges = ["pathLength", "issuer"] },
            }));
    }
}

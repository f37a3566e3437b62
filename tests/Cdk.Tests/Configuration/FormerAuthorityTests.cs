using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

public sealed class FormerAuthorityTests
{
    private static readonly EnvironmentSettings Existing = Some.Environments.Read("local-existing");

    [Fact]
    public void There_are_none_by_default() => Assert.Empty(Existing.FormerCertificateAuthorities);

    [Fact]
    public void A_CA_is_the_present_one_or_a_former_one()
    {
        var problem = Assert.Single(With(Existing.CertificateAuthority.Arn!, "COMPLETE").Problems());

        Assert.Equal("formerCertificateAuthorities[0].arn", problem.Path);
        Assert.Equal(["certificateAuthority.arn"], problem.ComparedWith);
    }

    [Fact]
    public void A_former_CA_may_be_partitioned_when_the_present_one_is_not()
    {
        var settings = With(Some.CaArn, "PARTITIONED");
        var folder = settings with { CrlDistribution = settings.CrlDistribution with { CustomPath = "partitions" } };

        Assert.Empty(folder.Problems());
        Assert.Null(folder.CustomPathOf(folder.CertificateAuthority.CrlType));
        Assert.Equal("partitions", folder.CustomPathOf("PARTITIONED"));
    }

    private static EnvironmentSettings With(string arn, string crlType) => Existing with
    {
        FormerCertificateAuthorities = [new FormerAuthoritySettings { Arn = arn, CrlType = crlType, RestoreOnDelete = true }],
    };
}

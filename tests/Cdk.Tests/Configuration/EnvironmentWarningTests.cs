using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

public sealed class EnvironmentWarningTests
{
    private static readonly EnvironmentSettings Calm = Some.Environments.Read("example-us-east-1");

    [Fact]
    public void A_name_of_our_own_and_a_week_of_validity_need_no_warning() => Assert.Empty(Calm.Warnings(Some.Today));

    [Fact]
    public void The_load_balancers_own_name_in_certificates_is_warned_about()
    {
        var settings = Calm with { CrlDistribution = Calm.CrlDistribution with { Dns = null } };

        Assert.Contains("crlDistribution.dns is not set", Assert.Single(settings.Warnings(Some.Today)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_crl_that_expires_within_a_weekend_is_warned_about(int days, bool warned)
    {
        var settings = Calm with { CertificateAuthority = Calm.CertificateAuthority with { CrlExpirationDays = days } };

        Assert.Equal(warned, settings.Warnings(Some.Today).Any(warning => warning.Contains("crlExpirationDays", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_ca_certificate_that_only_a_directory_that_has_it_still_takes_is_warned_about()
    {
        var settings = Some.Environments.Read("local");
        var day = new DateTimeOffset(2054, 10, 3, 0, 0, 0, TimeSpan.Zero);

        Assert.DoesNotContain(settings.Warnings(day.AddDays(-1)), IsAboutTheRoot);
        Assert.Single(settings.Warnings(day), IsAboutTheRoot);

        static bool IsAboutTheRoot(string warning) =>
            warning.Contains("Local Smart Card Root CA", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd", true)]
    [InlineData("Some CA that is in no file", false)]
    public void A_gap_for_what_is_probably_a_SHA1_thumbprint_is_warned_about(string entry, bool warned)
    {
        var settings = Some.Environments.Read("local");
        var directory = settings.Directories[0];
        settings = settings with
        {
            Directories = [directory with { SmartCard = directory.SmartCard! with { AllowGapFor = [entry] } }],
        };

        Assert.Equal(warned, settings.Warnings(Some.Today).Any(
            warning => warning.Contains("as the SHA-1 thumbprint", StringComparison.Ordinal)));
    }

    [Fact]
    public void Telling_nobody_is_warned_about()
    {
        var settings = Calm with { Notifications = null };

        var warning = Assert.Single(settings.Warnings(Some.Today));

        Assert.Contains("notifications is not set", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Adopting_a_ca_is_warned_about()
    {
        var settings = Some.Environments.Read("local-existing");

        Assert.Contains(settings.Warnings(Some.Today), warning => warning.Contains(settings.CertificateAuthority.Arn!, StringComparison.Ordinal)
            && warning.Contains("must go on answering until they expire", StringComparison.Ordinal)
            && warning.Contains("euc-private-ca", StringComparison.Ordinal));
    }
}

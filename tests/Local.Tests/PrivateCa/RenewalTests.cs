using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class RenewalTests
{
    [Fact]
    public async Task An_active_root_gets_a_new_certificate_with_the_same_key_subject_and_key_identifier_and_a_later_end()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(years: 10);
        var (before, csr) = (await OwnAsync(local, arn), await CsrAsync(local, arn));
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(9 * 365));

        await local.ActivateRootAsync(arn, years: 10);

        var (after, described) = (await OwnAsync(local, arn), await DescribeAsync(local, arn));
        Assert.NotEqual(before.Thumbprint, after.Thumbprint);
        Assert.Equal(before.PublicKey.ExportSubjectPublicKeyInfo(), after.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal((before.Subject, KeyIdentifier(before)), (after.Subject, KeyIdentifier(after)));
        Assert.Equal(csr, await CsrAsync(local, arn));
        Assert.Equal("ACTIVE", described["Status"]!.ToString());
        Assert.Equal(new DateTimeOffset(after.NotAfter.ToUniversalTime()).ToUnixTimeSeconds(), (double)described["NotAfter"]!);
        Assert.Equal(after.SerialNumber.ToLowerInvariant(), described["Serial"]!.ToString());
    }

    [Fact]
    public async Task What_a_root_issued_before_its_renewal_is_trusted_under_both_of_its_certificates()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(years: 10);
        var old = await OwnAsync(local, arn);
        var (leaf, _) = await local.IssueAsync(arn, Csr(), value: 3000);
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(1000));

        await local.ActivateRootAsync(arn, years: 10);

        var now = local.Clock.GetUtcNow();
        Assert.True(IsTrusted(leaf, old, now));
        Assert.True(IsTrusted(leaf, await OwnAsync(local, arn), now));
    }

    [Fact]
    public async Task Crls_go_on_after_a_renewal_with_rising_numbers_and_check_under_both_certificates()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(years: 10);
        var old = await OwnAsync(local, arn);
        var (leaf, _) = await local.IssueAsync(arn, Csr(), value: 3000);
        await local.RevokeAsync(arn, leaf);
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(30));
        var before = Read(local.StoredCrl(arn)!, leaf);

        await local.ActivateRootAsync(arn, years: 10);
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(30));

        var crl = local.StoredCrl(arn)!;
        Assert.True(Read(crl, leaf).Number > before.Number);
        Assert.True(Read(crl, leaf).Lists);
        Assert.InRange(Dates(crl).NextUpdate, local.Clock.GetUtcNow(), local.Clock.GetUtcNow().AddDays(8));
        Assert.Contains(Convert.ToHexString(Convert.FromHexString(KeyIdentifier(old))), Convert.ToHexString(crl), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_active_subordinate_is_renewed_by_its_parent_and_issues_under_the_new_chain()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var root = await local.ActiveRootAsync(years: 20);
        var arn = await CreateSubordinateAsync(local);
        await RenewAsync(local, arn, root, years: 5);
        var before = await OwnAsync(local, arn);
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(4 * 365));

        await RenewAsync(local, arn, root, years: 5);

        var (leaf, chain) = await local.IssueAsync(arn, Csr(), value: 400);
        var after = await OwnAsync(local, arn);
        Assert.Equal((before.Subject, KeyIdentifier(before)), (after.Subject, KeyIdentifier(after)));
        Assert.True(after.NotAfter > before.NotAfter.AddYears(3));
        Assert.StartsWith(after.ExportCertificatePem(), chain, StringComparison.Ordinal);
        Assert.True(leaf.NotAfter > before.NotAfter);
    }

    [Fact]
    public async Task A_certificate_for_another_key_is_refused_and_the_ca_keeps_its_own()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var (root, arn) = (await local.ActiveRootAsync(years: 20), await CreateSubordinateAsync(local));
        await RenewAsync(local, arn, root, years: 5);
        var before = await OwnAsync(local, arn);

        var error = await Assert.ThrowsAsync<AwsException>(() => RenewAsync(local, arn, root, years: 5, csr: Csr("CN=Corp SUBORDINATE CA, O=Corp, C=US")));

        Assert.Equal("CertificateMismatchException", error.Code);
        Assert.Equal(before.Thumbprint, (await OwnAsync(local, arn)).Thumbprint);
    }

    [Fact]
    public async Task A_ca_past_its_end_is_expired_issues_nothing_and_comes_back_with_a_new_certificate_and_its_crl()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var (root, arn) = (await local.ActiveRootAsync(years: 20), await CreateSubordinateAsync(local));
        await RenewAsync(local, arn, root, years: 1);
        await local.IssueAsync(arn, Csr());
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(370));

        var expired = (await DescribeAsync(local, arn))["Status"]!.ToString();
        var error = await Assert.ThrowsAsync<AwsException>(() => local.IssueAsync(arn, Csr()));
        await RenewAsync(local, arn, root, years: 1);
        await local.IssueAsync(arn, Csr());

        Assert.Equal(("EXPIRED", "InvalidStateException"), (expired, error.Code));
        Assert.Equal("ACTIVE", (await DescribeAsync(local, arn))["Status"]!.ToString());
        Assert.True(Dates(local.StoredCrl(arn)!).NextUpdate > local.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_disabled_ca_takes_no_new_certificate()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var (root, arn) = (await local.ActiveRootAsync(years: 20), await CreateSubordinateAsync(local));
        await RenewAsync(local, arn, root, years: 5);
        await local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "DISABLED")));

        var error = await Assert.ThrowsAsync<AwsException>(() => RenewAsync(local, arn, root, years: 6));

        Assert.Equal("InvalidStateException", error.Code);
    }

    private static async Task<string> CreateSubordinateAsync(PrivateCaFixture local) =>
        (await local.CallAsync("CreateCertificateAuthority", CreateRequest(type: "SUBORDINATE")))["CertificateAuthorityArn"]!.ToString();

    private static async Task RenewAsync(PrivateCaFixture local, string arn, string parent, int years, string? csr = null)
    {
        var (certificate, chain) = await local.IssueAsync(
            parent, csr ?? await CsrAsync(local, arn), "SubordinateCACertificate_PathLen0", years, "YEARS");
        await local.CallAsync("ImportCertificateAuthorityCertificate", Of(
            arn, ("Certificate", Base64(certificate.ExportCertificatePem())), ("CertificateChain", Base64(chain!))));
    }

    private static async Task<string> CsrAsync(PrivateCaFixture local, string arn) =>
        (await local.CallAsync("GetCertificateAuthorityCsr", Of(arn)))["Csr"]!.ToString();

    private static async Task<X509Certificate2> OwnAsync(PrivateCaFixture local, string arn) => X509Certificate2.CreateFromPem(
        (await local.CallAsync("GetCertificateAuthorityCertificate", Of(arn)))["Certificate"]!.ToString());

    private static async Task<JsonNode> DescribeAsync(PrivateCaFixture local, string arn) =>
        (await local.CallAsync("DescribeCertificateAuthority", Of(arn)))["CertificateAuthority"]!;

    private static string KeyIdentifier(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifier!;

    private static bool IsTrusted(X509Certificate2 leaf, X509Certificate2 root, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return chain.Build(leaf);
    }
}

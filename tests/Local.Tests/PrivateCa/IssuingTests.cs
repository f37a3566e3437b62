using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class IssuingTests
{
    [Theory]
    [InlineData("EndEntityCertificate", X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, "1.3.6.1.5.5.7.3.1 1.3.6.1.5.5.7.3.2", false)]
    [InlineData("EndEntityClientAuthCertificate", X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, "1.3.6.1.5.5.7.3.2", false)]
    [InlineData("EndEntityServerAuthCertificate", X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, "1.3.6.1.5.5.7.3.1", false)]
    [InlineData("OCSPSigningCertificate", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.9", true)]
    [InlineData("CodeSigningCertificate", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.3", true)]
    public async Task A_template_decides_usages_and_points_to_the_crl(
        string template, X509KeyUsageFlags usage, string purposes, bool arePurposesCritical)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();

        var (certificate, _) = await local.IssueAsync(arn, Csr("CN=user"), template);

        var id = arn[(arn.LastIndexOf('/') + 1)..];
        var root = local.Service.Find(arn)!.Installed!.Certificate;
        Assert.Equal("CN=user", certificate.Subject);
        Assert.Equal(usage, certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.Equal(purposes, string.Join(' ', Purposes(certificate)));
        Assert.Equal(arePurposesCritical, certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().Critical);
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal([$"http://{Cname}/crl/{id}.crl"], DistributionPoints(certificate));
        Assert.Equal(
            root.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray(),
            certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().Single().KeyIdentifier!.Value.ToArray());
        Assert.True(AuthorityTests.ChainsUp(certificate, [root], local.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_short_lived_ca_issues_a_code_signing_certificate_that_names_its_crl()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var request = CreateRequest();
        request["UsageMode"] = "SHORT_LIVED_CERTIFICATE";
        var arn = await local.ActiveRootAsync(request);

        var (certificate, _) = await local.IssueAsync(arn, Csr("CN=First CRL - not for use"), "CodeSigningCertificate");

        Assert.Equal(["1.3.6.1.5.5.7.3.3"], Purposes(certificate));
        Assert.Single(DistributionPoints(certificate));
        Assert.NotNull(local.StoredCrl(arn));
    }

    [Fact]
    public async Task Without_a_name_of_its_own_the_distribution_point_is_the_bucket()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var crl = Crl();
        crl.Remove("CustomCname");
        crl["CustomPath"] = "pki/crls";
        var arn = await local.ActiveRootAsync(CreateRequest(crl: crl));

        var (certificate, _) = await local.IssueAsync(arn, Csr());

        var id = arn[(arn.LastIndexOf('/') + 1)..];
        Assert.Equal([$"http://corp-crl.s3.us-gov-west-1.amazonaws.com/pki/crls/{id}.crl"], DistributionPoints(certificate));
        Assert.NotNull(local.Bucket.FindCurrent($"pki/crls/{id}.crl"));
    }

    [Fact]
    public async Task Certificates_can_go_without_distribution_point_and_then_no_crl_is_published()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var crl = Crl();
        crl.Remove("CustomCname");
        crl["CrlDistributionPointExtensionConfiguration"] = new JsonObject { ["OmitExtension"] = true };
        var arn = await local.ActiveRootAsync(CreateRequest(crl: crl));

        var (certificate, _) = await local.IssueAsync(arn, Csr());

        Assert.Empty(DistributionPoints(certificate));
        Assert.Null(local.StoredCrl(arn));
    }

    [Fact]
    public async Task A_smart_card_certificate_carries_what_the_caller_passes_through()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var request = IssueRequest(local, arn, Csr("CN=ignored"), "BlankEndEntityCertificate_APICSRPassthrough");
        request["ApiPassthrough"] = JsonNode.Parse(
            """
            {
              "Subject": { "CommonName": "Jo Doe" },
              "Extensions": {
                "ExtendedKeyUsage": [ { "ExtendedKeyUsageType": "CLIENT_AUTH" }, { "ExtendedKeyUsageType": "SMART_CARD_LOGIN" } ],
                "KeyUsage": { "DigitalSignature": true },
                "SubjectAlternativeNames": [
                  { "OtherName": { "TypeId": "1.3.6.1.4.1.311.20.2.3", "Value": "jo@corp.example.mil" } },
                  { "DnsName": "jo.corp.example.mil" }, { "IpAddress": "10.0.0.1" }, { "Rfc822Name": "jo@corp.example.mil" },
                  { "UniformResourceIdentifier": "urn:jo" }, { "RegisteredId": "1.2.3" }, { "DirectoryName": { "CommonName": "Jo" } } ],
                "CustomExtensions": [ { "ObjectIdentifier": "1.3.6.1.4.1.311.25.2", "Value": "MAA=" } ]
              }
            }
            """);

        var issued = await local.CallAsync("IssueCertificate", request);
        var answer = await local.CallAsync("GetCertificate", Of(arn, ("CertificateArn", issued["CertificateArn"]!.ToString())));
        using var certificate = X509Certificate2.CreateFromPem(answer["Certificate"]!.ToString());

        Assert.Equal("CN=Jo Doe", certificate.Subject);
        Assert.Equal("jo@corp.example.mil", certificate.GetNameInfo(X509NameType.UpnName, false));
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal(["jo.corp.example.mil"], names.EnumerateDnsNames());
        Assert.Equal("10.0.0.1", names.EnumerateIPAddresses().Single().ToString());
        Assert.Equal(["1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2"], Purposes(certificate));
        Assert.Contains(certificate.Extensions, extension => extension.Oid!.Value == "1.3.6.1.4.1.311.25.2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Extensions_that_speak_for_the_ca_are_never_taken_from_a_request(bool publishesCrls)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest(crl: publishesCrls ? Crl() : new JsonObject { ["Enabled"] = false }));
        var csr = Csr("CN=user", request =>
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            request.CertificateExtensions.Add(
                CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://elsewhere/"]));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, true));
        });

        var (certificate, _) = await local.IssueAsync(arn, csr, "BlankEndEntityCertificate_APICSRPassthrough");

        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.DoesNotContain("http://elsewhere/", DistributionPoints(certificate));
        Assert.Equal(publishesCrls ? 1 : 0, DistributionPoints(certificate).Count);
        Assert.Equal(X509KeyUsageFlags.NonRepudiation, certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
    }

    [Theory]
    [InlineData("DAYS", 3, 3)]
    [InlineData("END_DATE", 491231235959, null)]
    [InlineData("END_DATE", 20491231235959, null)]
    [InlineData("ABSOLUTE", 2524607999, null)]
    public async Task Every_kind_of_validity_is_understood(string type, long value, int? days)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(years: 40);
        var now = local.Clock.GetUtcNow();

        var (certificate, _) = await local.IssueAsync(arn, Csr(), "EndEntityCertificate", value, type);

        var end = days is null ? new DateTimeOffset(2049, 12, 31, 23, 59, 59, TimeSpan.Zero) : now.AddDays(days.Value);
        Assert.Equal(end, certificate.NotAfter.ToUniversalTime(), TimeSpan.FromMinutes(1));
        Assert.Equal(now.AddHours(-1), certificate.NotBefore.ToUniversalTime(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_token_makes_one_certificate_of_two_calls()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var request = IssueRequest(local, await local.ActiveRootAsync(), Csr());
        request["IdempotencyToken"] = "once";

        var first = await local.CallAsync("IssueCertificate", request);
        var second = await local.CallAsync("IssueCertificate", request);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task While_it_is_being_issued_a_certificate_cannot_be_fetched()
    {
        await using var local = await PrivateCaFixture.StartAsync(new PrivateCaOptions { IssuanceTime = TimeSpan.FromMinutes(1) });
        var arn = (await local.CallAsync("CreateCertificateAuthority", CreateRequest()))["CertificateAuthorityArn"]!.ToString();
        var csr = (await local.CallAsync("GetCertificateAuthorityCsr", Of(arn)))["Csr"]!.ToString();
        var issued = await local.CallAsync("IssueCertificate", IssueRequest(local, arn, csr, "RootCACertificate", 1, "YEARS"));
        var fetch = Of(arn, ("CertificateArn", issued["CertificateArn"]!.ToString()));

        var early = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("GetCertificate", fetch));
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        var later = await local.CallAsync("GetCertificate", fetch);

        Assert.Equal("RequestInProgressException", early.Code);
        Assert.Contains("BEGIN CERTIFICATE", later["Certificate"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_whose_signature_is_wrong_is_malformed()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var pem = Csr();
        var der = Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);
        der[^1] ^= 1;

        var error = await Assert.ThrowsAsync<AwsException>(
            () => local.IssueAsync(arn, PemEncoding.WriteString("CERTIFICATE REQUEST", der)));

        Assert.Equal("MalformedCSRException", error.Code);
    }

    private static IEnumerable<string> Purposes(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value!);

    private static List<string> DistributionPoints(X509Certificate2 certificate)
    {
        var urls = new List<string>();
        if (certificate.Extensions["2.5.29.31"] is { } extension)
        {
            var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (points.HasData)
            {
                var name = points.ReadSequence().ReadSequence(Context(0)).ReadSequence(Context(0));
                urls.Add(name.ReadCharacterString(UniversalTagNumber.IA5String, Context(6)));
            }
        }

        return urls;
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);
}

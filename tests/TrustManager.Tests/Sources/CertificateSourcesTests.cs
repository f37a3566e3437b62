using System.Text;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Sources;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Sources;

public sealed class CertificateSourcesTests : IDisposable
{
    private readonly ReadAllowance _allowance = new();
    private readonly FakeAccount _account = new();
    private readonly FakeObjects _objects = [];
    private readonly IReadOnlyList<SomeCa> _chain = SomeCa.Chain();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Sources_of_all_kinds_make_one_bundle()
    {
        _account.Ca.Certificate = new CertificateAndChain(_chain[2].Pem.TrimEnd(), _chain[1].Pem + _chain[0].Pem);
        _objects["pki/other.pem"] = Encoding.UTF8.GetBytes(SomeCa.Root("Dropped").Pem);

        var bundle = await ReadAsync(
            new InlineSource("root.pem", _chain[0].Pem), new PrivateCaSource(_account.PrivateCa, Some.Ca), Prefix("pki/"));

        Assert.Empty(bundle.Problems);
        Assert.Equal(
            ["Root", "Dropped", "Policy", "Issuing"], bundle.Certificates.Select(certificate => certificate.CommonName));
    }

    [Fact]
    public async Task A_root_CA_has_no_chain()
    {
        _account.Ca.Certificate = new CertificateAndChain(_chain[0].Pem, null);

        var bundle = await ReadAsync(new PrivateCaSource(_account.PrivateCa, Some.Ca));

        Assert.Equal(_chain[0].Thumbprint, Assert.Single(bundle.Certificates).Thumbprint);
    }

    [Fact]
    public async Task A_CA_without_certificate_is_a_problem_that_says_what_to_do()
    {
        _account.Ca.Certificate = null;

        var bundle = await ReadAsync(new PrivateCaSource(_account.PrivateCa, Some.Ca), new InlineSource("empty.pem", ""));

        Assert.Equal(2, bundle.Problems.Count);
        Assert.Contains("activate it", bundle.Problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ca.cer")]
    [InlineData("CA.CRT")]
    [InlineData("below/ca.pem")]
    [InlineData("ca.der")]
    public async Task Binary_certificates_are_taken_from_a_prefix_too(string key)
    {
        _objects[$"pki/{key}"] = _chain[0].Certificate.RawData;

        var bundle = await ReadAsync(Prefix("pki/"));

        Assert.Empty(bundle.Problems);
        Assert.Equal(_chain[0].Pem, Assert.Single(bundle.Certificates).Pem);
    }

    [Theory]
    [InlineData("i2.p7b", "PKCS #7")]
    [InlineData("I2.P7C", "PKCS #7")]
    [InlineData("below/i2.p12", "private key")]
    [InlineData("i2.pfx", "private key")]
    public async Task A_file_of_certificates_that_is_not_read_is_a_problem_and_no_withdrawal(string key, string said)
    {
        _objects["pki/i1.cer"] = _chain[0].Certificate.RawData;
        _objects[$"pki/{key}"] = [0x30, 0x80];

        var bundle = await ReadAsync(Prefix("pki/"));

        var problem = Assert.Single(bundle.Problems);
        Assert.StartsWith($"s3://crl-bucket/pki/{key} is not read", problem, StringComparison.Ordinal);
        Assert.Contains(said, problem, StringComparison.Ordinal);
        Assert.Equal(["pki/i1.cer"], _objects.Read);
    }

    [Fact]
    public async Task Text_in_UTF_16_is_read()
    {
        _objects["pki/ca.pem"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(_chain[0].Pem)];

        Assert.Single((await ReadAsync(Prefix("pki/"))).Certificates);
    }

    [Fact]
    public async Task A_prefix_without_certificates_is_a_problem_and_other_objects_are_not_read()
    {
        _objects["pki/readme.txt"] = [1];
        _objects["elsewhere/ca.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);

        var bundle = await ReadAsync(Prefix("pki/"));

        Assert.Empty(bundle.Certificates);
        Assert.Contains("s3://crl-bucket/pki/ holds no object", Assert.Single(bundle.Problems), StringComparison.Ordinal);
        Assert.Empty(_objects.Read);
    }

    [Fact]
    public async Task No_source_at_all_is_a_problem() =>
        Assert.Contains("No source", Assert.Single((await ReadAsync()).Problems), StringComparison.Ordinal);

    [Fact]
    public async Task Objects_that_cannot_be_read_are_problems_that_name_them()
    {
        var pem = Encoding.UTF8.GetBytes(_chain[0].Pem);
        (_objects["a.pem"], _objects["b.pem"], _objects["c.cer"], _objects["d.pem"], _objects["e.cer"]) =
            (pem, pem, new byte[CertificateObject.MaxBytes + 1], pem, [0x30, 0x82, 0x00, 0x01, 0x00]);
        _objects.Failing["a.pem"] = ServiceFailure.Denied;
        _objects.Vanishing.Add("b.pem");

        var bundle = await ReadAsync(Prefix(""));

        Assert.Equal(
            ["a.pem", "b.pem", "c.cer", "e.cer"],
            bundle.Problems.Select(problem => problem.Split(' ')[0].Replace("s3://crl-bucket/", "", StringComparison.Ordinal)));
        Assert.Single(bundle.Certificates);
        Assert.DoesNotContain("c.cer", _objects.Read);
    }

    [Fact]
    public async Task A_bucket_that_refuses_to_be_listed_is_one_problem_that_names_the_owner_it_should_have()
    {
        _objects["a.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);
        _objects.IsLocked = true;

        var problem = Assert.Single((await ReadAsync(Prefix(""))).Problems);

        Assert.StartsWith("s3://crl-bucket/ cannot be read", problem, StringComparison.Ordinal);
        Assert.Contains("does not belong to account 444455556666 (s3.bucketOwner", problem, StringComparison.Ordinal);
        Assert.Empty(_objects.Read);
    }

    [Theory]
    [InlineData(ServiceFailure.Throttled)]
    [InlineData(ServiceFailure.Unavailable)]
    public async Task Trouble_that_passes_ends_the_reading(ServiceFailure failure)
    {
        _objects["a.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);
        _objects.Failing["a.pem"] = failure;

        var error = await Assert.ThrowsAsync<ServiceException>(() => ReadAsync(Prefix("")));

        Assert.Equal(failure, error.Failure);
    }

    [Fact]
    public async Task Too_many_objects_are_refused_unread()
    {
        for (var number = 0; number <= CaBundle.MaxCertificates; number++)
        {
            _objects[$"{number}.pem"] = [1];
        }

        Assert.Contains("201 certificate objects", Assert.Single((await ReadAsync(Prefix(""))).Problems), StringComparison.Ordinal);
        Assert.Empty(_objects.Read);
    }

    [Fact]
    public async Task Objects_that_are_too_much_together_are_refused_unread()
    {
        for (var number = 1; number <= 5; number++)
        {
            _objects[$"{number / 3}/{number}.pem"] = new byte[CertificateObject.MaxBytes];
        }

        var bundle = await ReadAsync(Prefix("0/"), Prefix("1/"));

        Assert.Contains(
            "The certificate objects of s3://crl-bucket/1/ have 3145728 bytes; 2097152 are left of the 4194304",
            bundle.Problems[0],
            StringComparison.Ordinal);
        Assert.Equal(["0/1.pem", "0/2.pem"], _objects.Read);
    }

    [Fact]
    public async Task A_key_cannot_break_lines_or_control_a_terminal()
    {
        _objects["a\n\u001b[2J.pem"] = [1];

        var problem = Assert.Single((await ReadAsync(Prefix(""))).Problems);

        Assert.StartsWith("s3://crl-bucket/a\\u000a\\u001b[2J.pem contains no certificate", problem, StringComparison.Ordinal);
    }

    private static Task<CaBundle> ReadAsync(params ICertificateSource[] sources) =>
        CertificateSources.ReadAsync(sources, CertificateCeiling.SmartCard, CancellationToken.None);

    private S3Source Prefix(string prefix) => new(_objects, Some.SourceBucket, prefix, _allowance);
}

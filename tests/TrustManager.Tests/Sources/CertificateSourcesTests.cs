using System.Security.Cryptography.X509Certificates;
using System.Text;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Sources;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Sources;

public sealed class CertificateSourcesTests : IDisposable
{
    private readonly FakeAccount _account = new();
    private readonly FakeObjects _objects = [];
    private readonly IReadOnlyList<SomeCa> _chain = SomeCa.Chain();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task What_lies_in_a_bucket_is_told_apart_from_what_is_pinned()
    {
        _account.Ca.Certificate = new CertificateAndChain(_chain[2].Pem.TrimEnd(), _chain[1].Pem + _chain[0].Pem);
        _objects["pki/other.pem"] = Encoding.UTF8.GetBytes(SomeCa.Root("Dropped").Pem);

        _objects["pki/root.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);

        var listing = await ReadAsync(
            new InlineSource("root.pem", _chain[0].Pem), new PrivateCaSource(_account.PrivateCa, Some.Ca), Prefix("pki/"));

        Assert.Empty(listing.Problems);
        Assert.Empty(listing.Pinned.Problems);
        Assert.Equal(["Root", "Policy", "Issuing"], listing.Pinned.Certificates.Select(one => one.CommonName));
        var found = Assert.Single(listing.Found);
        Assert.Equal("Dropped", found.Certificate.CommonName);
        Assert.Equal(new ObjectOrigin("crl-bucket", "pki/other.pem", "version of pki/other.pem"), found.Origin);
    }

    [Fact]
    public async Task A_root_CA_has_no_chain()
    {
        _account.Ca.Certificate = new CertificateAndChain(_chain[0].Pem, null);

        var listing = await ReadAsync(new PrivateCaSource(_account.PrivateCa, Some.Ca));

        Assert.Equal(_chain[0].Thumbprint, Assert.Single(listing.Pinned.Certificates).Thumbprint);
    }

    [Fact]
    public async Task A_CA_without_certificate_is_a_problem_that_says_what_to_do()
    {
        _account.Ca.Certificate = null;

        var listing = await ReadAsync(new PrivateCaSource(_account.PrivateCa, Some.Ca), new InlineSource("empty.pem", ""));

        Assert.Contains("activate it", Assert.Single(listing.Problems), StringComparison.Ordinal);
        Assert.Contains("empty.pem", Assert.Single(listing.Pinned.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ca.cer")]
    [InlineData("CA.CRT")]
    [InlineData("below/ca.pem")]
    [InlineData("ca.der")]
    public async Task Binary_certificates_are_taken_from_a_prefix_too(string key)
    {
        _objects[$"pki/{key}"] = _chain[0].Certificate.RawData;

        var listing = await ReadAsync(Prefix("pki/"));

        Assert.Empty(listing.Problems);
        Assert.Equal(_chain[0].Pem, Assert.Single(listing.Found).Certificate.Pem);
    }

    [Theory]
    [InlineData("i2.p7b", "PKCS #7")]
    [InlineData("I2.P7C", "PKCS #7")]
    [InlineData("below/i2.p12", "private key")]
    [InlineData("i2.pfx", "private key")]
    public async Task A_file_of_certificates_that_is_not_read_is_withheld_and_no_withdrawal(string key, string said)
    {
        _objects["pki/i1.cer"] = _chain[0].Certificate.RawData;
        _objects[$"pki/{key}"] = [0x30, 0x80];

        var listing = await ReadAsync(Prefix("pki/"));

        var unread = Assert.Single(listing.Unreadable);
        Assert.Equal($"s3://crl-bucket/pki/{key}", unread.Origin.Place);
        Assert.StartsWith("it is not read", unread.Reason, StringComparison.Ordinal);
        Assert.Contains(said, unread.Reason, StringComparison.Ordinal);
        Assert.Equal(["pki/i1.cer"], _objects.Read);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task A_line_end_after_DER_is_no_part_of_it(string end)
    {
        _objects["pki/ca.cer"] = [.. _chain[0].Certificate.RawData, .. Encoding.ASCII.GetBytes(end)];

        Assert.Equal(_chain[0].Pem, Assert.Single((await ReadAsync(Prefix("pki/"))).Found).Certificate.Pem);
    }

    public static TheoryData<string, string> Binary => new()
    {
        { "p7", "it is a PKCS #7 bundle in DER" },
        { "p12", "it is a PKCS #12 file" },
        { "key", "it is a private key" },
        { "two", "it is neither PEM nor one certificate in DER" },
        { "text behind", "it is neither PEM nor one certificate in DER" },
    };

    [Theory]
    [MemberData(nameof(Binary))]
    public async Task Something_else_in_DER_is_named_for_what_it_is(string form, string said)
    {
        var one = _chain[0].Certificate;
        using var key = System.Security.Cryptography.ECDsa.Create();
        _objects["pki/i1.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);
        _objects["pki/i2.cer"] = form switch
        {
            "p7" => new X509Certificate2Collection(one).Export(X509ContentType.Pkcs7)!,
            "p12" => one.Export(X509ContentType.Pkcs12),
            "key" => key.ExportPkcs8PrivateKey(),
            "two" => [.. one.RawData, .. _chain[1].Certificate.RawData],
            _ => [.. one.RawData, .. "text"u8],
        };

        var reason = Assert.Single((await ReadAsync(Prefix("pki/"))).Unreadable).Reason;

        Assert.StartsWith(said, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("line", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_in_UTF_16_is_read()
    {
        _objects["pki/ca.pem"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(_chain[0].Pem)];

        Assert.Single((await ReadAsync(Prefix("pki/"))).Found);
    }

    [Fact]
    public async Task A_prefix_without_certificates_is_a_problem_and_other_objects_are_not_read()
    {
        _objects["pki/readme.txt"] = [1];
        _objects["elsewhere/ca.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);

        var listing = await ReadAsync(Prefix("pki/"));

        Assert.Empty(listing.Found);
        Assert.Contains("s3://crl-bucket/pki/ holds no object", Assert.Single(listing.Problems), StringComparison.Ordinal);
        Assert.Empty(_objects.Read);
    }

    [Fact]
    public async Task No_source_at_all_is_a_problem() =>
        Assert.Contains("No source", Assert.Single((await ReadAsync()).Problems), StringComparison.Ordinal);

    [Fact]
    public async Task Objects_that_cannot_be_read_are_withheld_each_and_the_others_are_read()
    {
        var pem = Encoding.UTF8.GetBytes(_chain[0].Pem);
        (_objects["a.pem"], _objects["b.pem"], _objects["c.cer"], _objects["d.pem"], _objects["e.cer"]) =
            (pem, pem, new byte[CertificateObject.MaxBytes + 1], pem, [0x30, 0x82, 0x00, 0x01, 0x00]);
        _objects.Failing["a.pem"] = ServiceFailure.Denied;
        _objects.Vanishing.Add("b.pem");

        var listing = await ReadAsync(Prefix(""));

        Assert.Empty(listing.Problems);
        Assert.Equal(["a.pem", "c.cer", "e.cer"], listing.Unreadable.Select(one => one.Origin.Key));
        Assert.All(listing.Unreadable, one => Assert.Equal(WithheldKind.NotReadable, one.Kind));
        Assert.StartsWith("it is neither PEM nor one certificate in DER", listing.Unreadable[2].Reason, StringComparison.Ordinal);
        Assert.Equal("d.pem", Assert.Single(listing.Found).Origin.Key);
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
    public async Task Of_too_many_objects_the_first_are_read_and_the_others_are_withheld()
    {
        _objects["0.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);
        for (var number = 1; number <= CaBundle.MaxCertificates; number++)
        {
            _objects[$"{number}.pem"] = [1];
        }

        var listing = await ReadAsync(Prefix(""));

        Assert.Empty(listing.Problems);
        Assert.Single(listing.Found);
        Assert.Contains("201 certificate objects", listing.Unreadable[^1].Reason, StringComparison.Ordinal);
        Assert.Equal(CaBundle.MaxCertificates, _objects.Read.Count);
    }

    [Fact]
    public async Task One_damaged_certificate_of_an_object_leaves_the_others_of_it()
    {
        _objects["a.pem"] = Encoding.UTF8.GetBytes(
            _chain[0].Pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        var listing = await ReadAsync(Prefix(""));

        Assert.Single(listing.Found);
        Assert.Single(listing.Unreadable);
    }

    [Fact]
    public async Task More_certificates_than_a_bundle_holds_are_withheld_with_their_objects()
    {
        (_objects["a.pem"], _objects["b.pem"]) = (Many(CaBundle.MaxCertificates), Many(CaBundle.MaxCertificates + 1));

        var listing = await ReadAsync(Prefix(""));

        Assert.Equal(CaBundle.MaxCertificates, listing.Found.Count);
        var unread = Assert.Single(listing.Unreadable);
        Assert.Equal(("b.pem", "it is not read, since other objects hold 200 certificates already"), (unread.Origin.Key, unread.Reason));
    }

    [Fact]
    public async Task One_large_object_that_sorts_first_does_not_take_the_place_of_the_others()
    {
        (_objects["a.pem"], _objects["b.pem"]) = (Many(CaBundle.MaxCertificates), Encoding.UTF8.GetBytes(_chain[0].Pem));

        var listing = await ReadAsync(Prefix(""));

        Assert.Equal("b.pem", listing.Found[^1].Origin.Key);
        Assert.Equal(CaBundle.MaxCertificates, listing.Found.Count);
        Assert.Equal(["a.pem"], listing.Unreadable.Select(one => one.Origin.Key));
        Assert.Contains("it holds 200 certificates; 199 of them are read", listing.Unreadable[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_of_the_greatest_size_that_sort_first_leave_enough_to_read_for_the_others()
    {
        for (var number = 1; number <= 5; number++)
        {
            _objects[$"a{number}.pem"] = new byte[CertificateObject.MaxBytes];
        }

        _objects["b.pem"] = Encoding.UTF8.GetBytes(_chain[0].Pem);

        var listing = await ReadAsync(Prefix(""));

        Assert.Equal("b.pem", Assert.Single(listing.Found).Origin.Key);
    }

    [Fact]
    public async Task What_lies_under_one_prefix_does_not_take_the_place_of_what_lies_under_another()
    {
        for (var number = 0; number < CaBundle.MaxCertificates; number++)
        {
            _objects[$"junk/{number}.pem"] = Encoding.UTF8.GetBytes(SomeCa.Root("J").Pem);
        }

        (_objects["pki/1.pem"], _objects["pki/2.pem"]) =
            (Encoding.UTF8.GetBytes(_chain[0].Pem), Encoding.UTF8.GetBytes(_chain[1].Pem));

        var listing = await ReadAsync(Prefix("junk/"), Prefix("pki/"));

        Assert.Equal(["pki/1.pem", "pki/2.pem"], listing.Found.TakeLast(2).Select(found => found.Origin.Key));
    }

    [Fact]
    public async Task Objects_beyond_what_is_read_of_a_source_are_withheld_unread()
    {
        for (var number = 1; number <= 5; number++)
        {
            _objects[$"{number / 3}/{number}.pem"] = new byte[CertificateObject.MaxBytes];
        }

        var listing = await ReadAsync(Prefix(""));

        Assert.Contains("0 are left of what is read of this source", listing.Unreadable[^1].Reason, StringComparison.Ordinal);
        Assert.Equal(["0/1.pem", "0/2.pem", "1/3.pem", "1/4.pem"], _objects.Read);
    }

    [Fact]
    public async Task A_key_cannot_break_lines_or_control_a_terminal()
    {
        _objects["a\n\u001b[2J.pem"] = [1];

        var unreadable = Assert.Single((await ReadAsync(Prefix(""))).Unreadable);

        Assert.Equal("s3://crl-bucket/a\\u000a\\u001b[2J.pem", unreadable.Origin.Place);
    }

    private static Task<SourceListing> ReadAsync(params ICertificateSource[] sources) =>
        CertificateSources.ReadAsync(sources, CertificateCeiling.SmartCard, CancellationToken.None);

    private static byte[] Many(int count) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(_ => SomeCa.Root("Junk").Pem)));

    private S3Source Prefix(string prefix) => new(_objects, Some.SourceBucket, prefix, new ReadAllowance());
}

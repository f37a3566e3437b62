using System.Text.Json.Nodes;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Revocation;
using Some = Infra.Local.Tests.S3.Some;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class CrlTests
{
    [Fact]
    public async Task The_first_crl_comes_with_the_first_certificate_that_refers_to_it()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var before = local.StoredCrl(arn);

        var (certificate, _) = await local.IssueAsync(arn, Csr());

        var (thisUpdate, nextUpdate) = Dates(local.StoredCrl(arn)!);
        var (number, lists) = Read(local.StoredCrl(arn)!, certificate);
        Assert.Null(before);
        Assert.Equal(TimeSpan.FromDays(7), nextUpdate - thisUpdate);
        Assert.Equal(thisUpdate, DateTimeOffset.FromUnixTimeMilliseconds((long)number), TimeSpan.FromSeconds(1));
        Assert.False(lists);
    }

    [Fact]
    public async Task A_crl_is_written_by_the_service_in_the_name_of_its_ca()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();

        await local.IssueAsync(arn, Csr());

        var id = arn[(arn.LastIndexOf('/') + 1)..];
        var (asked, _) = local.Policies.Asked.Last(a => a.Request.Action == "s3:PutObject");
        Assert.Equal(new Principal.Service("acm-pca.amazonaws.com", arn, Some.AccountId), asked.Principal);
        Assert.Equal($"arn:aws-us-gov:s3:::corp-crl/crl/{id}.crl", asked.Resource);
        Assert.Equal("bucket-owner-full-control", asked.Context["s3:x-amz-acl"]);
    }

    [Fact]
    public async Task A_revoked_certificate_is_listed_after_thirty_minutes()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var (certificate, _) = await local.IssueAsync(arn, Csr());
        await local.RevokeAsync(arn, certificate);

        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(29));
        var before = Read(local.StoredCrl(arn)!, certificate);
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        var after = Read(local.StoredCrl(arn)!, certificate);

        Assert.False(before.Lists);
        Assert.True(after.Lists);
        Assert.True(after.Number > before.Number);
    }

    [Fact]
    public async Task A_crl_is_refreshed_at_half_of_its_life_again_and_again()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest(crl: Crl(expirationInDays: 2)));
        await local.IssueAsync(arn, Csr());
        var first = Dates(local.StoredCrl(arn)!).ThisUpdate;

        await local.Clock.AdvanceAsync(TimeSpan.FromHours(23));
        var early = Dates(local.StoredCrl(arn)!).ThisUpdate;
        await local.Clock.AdvanceAsync(TimeSpan.FromHours(2));
        var second = Dates(local.StoredCrl(arn)!).ThisUpdate;
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        var third = Dates(local.StoredCrl(arn)!).ThisUpdate;

        Assert.Equal(first, early);
        Assert.Equal(first.AddDays(1), second, TimeSpan.FromSeconds(5));
        Assert.Equal(first.AddDays(2), third, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_failed_write_is_tried_again_every_fifteen_minutes()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        local.Faults.Add(new Fault("s3", "PutObject", FaultKind.InternalError) { Times = 2 });
        await local.IssueAsync(arn, Csr());
        var failure = local.Service.Find(arn)!.CrlState.Failure;

        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(16));
        var afterOne = local.StoredCrl(arn);
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(15));
        var afterTwo = local.StoredCrl(arn);

        Assert.Contains("InternalError", failure, StringComparison.Ordinal);
        Assert.Null(afterOne);
        Assert.NotNull(afterTwo);
        Assert.Null(local.Service.Find(arn)!.CrlState.Failure);
    }

    [Fact]
    public async Task A_revoked_certificate_leaves_one_crl_after_its_own_end()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest(crl: Crl(expirationInDays: 2)));
        var (certificate, _) = await local.IssueAsync(arn, Csr(), value: 36 * 3600 + local.Clock.GetUtcNow().ToUnixTimeSeconds(), type: "ABSOLUTE");
        await local.RevokeAsync(arn, certificate);

        var listed = new List<bool>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await local.Clock.AdvanceAsync(TimeSpan.FromHours(25));
            listed.Add(Read(local.StoredCrl(arn)!, certificate).Lists);
        }

        Assert.Equal([true, true, false], listed);
    }

    [Fact]
    public async Task A_disabled_ca_goes_on_publishing_and_a_deleted_one_stops()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        await local.IssueAsync(arn, Csr());
        await local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "DISABLED")));
        var first = Dates(local.StoredCrl(arn)!).ThisUpdate;

        await local.Clock.AdvanceAsync(TimeSpan.FromDays(4));
        var disabled = Dates(local.StoredCrl(arn)!).ThisUpdate;
        await local.CallAsync("DeleteCertificateAuthority", Of(arn));
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(20));
        var deleted = Dates(local.StoredCrl(arn)!).ThisUpdate;

        Assert.True(disabled > first);
        Assert.Equal(disabled, deleted);
    }

    [Fact]
    public async Task The_signature_and_the_reason_of_an_entry_are_what_clients_check()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest("RSA_2048"));
        var (certificate, _) = await local.IssueAsync(arn, Csr());
        await local.RevokeAsync(arn, certificate, "SUPERSEDED");
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(31));
        var crl = local.StoredCrl(arn)!;

        var reader = new System.Formats.Asn1.AsnReader(crl, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        var signed = reader.ReadEncodedValue();
        reader.ReadEncodedValue();
        var signature = reader.ReadBitString(out _);
        using var key = local.Service.Find(arn)!.Installed!.Certificate.GetRSAPublicKey()!;

        Assert.True(key.VerifyData(
            signed.Span, signature, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1));
        Assert.True(crl.AsSpan().IndexOf<byte>([0x06, 0x03, 0x55, 0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01, 0x04]) > 0);
    }

    [Fact]
    public async Task A_crl_of_any_age_can_be_made_for_a_test()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var entry = new RevokedCertificate("0102", start, X509RevocationReason.Unspecified, start.AddDays(9));

        var crl = local.Service.IssueCrl(arn, new CrlContents(start, start.AddDays(1), 42, [entry]));

        CertificateRevocationListBuilder.Load(crl, out var number);
        Assert.Equal((start, start.AddDays(1)), Dates(crl));
        Assert.Equal(42, number);
        Assert.Null(local.StoredCrl(arn));
    }

    [Fact]
    public async Task New_settings_take_the_crl_along()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        await local.IssueAsync(arn, Csr());
        var crl = Crl(expirationInDays: 1);
        crl["CustomCname"] = "new.corp.example.mil";

        await local.CallAsync(
            "UpdateCertificateAuthority", Of(arn, ("RevocationConfiguration", new JsonObject { ["CrlConfiguration"] = crl })));
        var described = (await local.CallAsync("DescribeCertificateAuthority", Of(arn)))["CertificateAuthority"]!;

        var (thisUpdate, nextUpdate) = Dates(local.StoredCrl(arn)!);
        Assert.Equal(TimeSpan.FromDays(1), nextUpdate - thisUpdate);
        Assert.Equal("new.corp.example.mil", described["RevocationConfiguration"]!["CrlConfiguration"]!["CustomCname"]!.ToString());
    }
}

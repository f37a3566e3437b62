using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.FirstCrl;

public sealed class FirstCrlTests : IDisposable
{
    private static readonly string CompleteKey = $"crl/{Some.Ca.CaId}.crl";

    private readonly FakeAccount _account = new();

    public FirstCrlTests() => _account.Ca.Revocation = new RevocationSettings(Some.OurCrl, null);

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_CA_without_a_CRL_issues_one_certificate_that_cannot_sign_in()
    {
        var answer = await CreateAsync();

        var order = Assert.Single(_account.Ca.Orders);
        var request = CertificateRequest.LoadSigningRequestPem(
            order.Csr, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
        Assert.StartsWith("CN=First CRL - not for use", request.SubjectName.Name, StringComparison.Ordinal);
        Assert.Empty(request.CertificateExtensions);
        Assert.Equal(new ValidityPeriod(1, "DAYS"), order.Validity);
        Assert.Equal("arn:aws-us-gov:acm-pca:::template/CodeSigningCertificate/V1", order.TemplateArn);
        Assert.Equal("SHA256WITHECDSA", order.SigningAlgorithm);
        Assert.InRange(order.IdempotencyToken.Length, 1, 36);
        Assert.Equal($"first-crl/{Some.Ca.CaId}", answer.PhysicalResourceId);
        Assert.Equal(CompleteKey, answer.Data["CrlKey"]);
        Assert.Equal($"http://{Some.Cname}/{CompleteKey}", answer.Data["CrlUrl"]);
        Assert.Equal("none", answer.Data["Warning"]);
    }

    [Fact]
    public async Task Two_requests_never_use_the_same_key()
    {
        await CreateAsync();
        _account.Bucket.Objects.Clear();
        _account.Bucket.Arriving.Clear();
        await CreateAsync();

        var keys = _account.Ca.Orders.Select(order =>
            CertificateRequest.LoadSigningRequestPem(order.Csr, HashAlgorithmName.SHA256).PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(2, keys.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public async Task A_CA_whose_current_CRL_exists_issues_none()
    {
        Put(CompleteKey, Some.Crl(_account.Time.GetUtcNow()));

        var answer = await CreateAsync();

        Assert.Empty(_account.Ca.Orders);
        Assert.Equal(["s3:GetObject", "get CA certificate"], _account.Calls.Names);
        Assert.Equal(CompleteKey, answer.Data["CrlKey"]);
    }

    [Fact]
    public async Task The_CRL_of_another_CA_in_the_same_folder_is_not_taken_for_this_ones()
    {
        _account.Bucket.Objects[(Some.Bucket, "pki/crl/of-another-ca.crl")] = [1];

        var answer = await CreateAsync(Partitioned());

        Assert.Single(_account.Ca.Orders);
        Assert.Equal("pki/crl/0f7d3c1e-partition.crl", answer.Data["CrlKey"]);
    }

    public static TheoryData<string> Unfit => new("not a CRL", "another name", "another key", "ended", "in the future", "another place");

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task A_list_that_is_not_this_CAs_current_one_does_not_count(string what)
    {
        Put(CompleteKey, UnfitCrl(what, $"http://{Some.Cname}/{CompleteKey}"));

        var answer = await CreateAsync();

        Assert.Single(_account.Ca.Orders);
        Assert.Equal("none", answer.Data["Warning"]);
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_Private_CA_writes_counts_only_when_it_is_the_right_list(string what)
    {
        _account.Ca.MakeCrl = (_, point) => UnfitCrl(what, point!);

        AssertWarned(await CreateAsync(Partitioned()), "pki/crl/0f7d3c1e-partition.crl");
    }

    [Fact]
    public async Task A_partition_without_an_issuing_distribution_point_does_not_count()
    {
        _account.Ca.MakeCrl = (at, _) => Some.Crl(at);

        AssertWarned(await CreateAsync(Partitioned()), "names no issuing distribution point");
    }

    [Fact]
    public async Task A_CA_that_still_names_its_complete_CRL_is_distinguished_from_one_with_partitions()
    {
        var properties = Partitioned();
        Put(CompleteKey, Some.Crl(_account.Time.GetUtcNow()));

        var answer = await _account.SendAsync(Some.Event("Create", properties), _account.FirstCrl());

        AssertWarned(answer, $"names http://{Some.Cname}/{CompleteKey}, not http://{Some.Cname}/pki/crl/...");
    }

    [Theory]
    [InlineData("crl")]
    [InlineData("aia")]
    [InlineData("aia/crl")]
    [InlineData("trust-manager/x")]
    [InlineData("ca-renewal")]
    public async Task Folders_with_other_objects_are_refused(string folder)
    {
        var answer = await CreateAsync(Some.FirstCrlValues(("CrlType", "PARTITIONED"), ("CustomPath", folder)));

        Assert.False(answer.Succeeded);
        Assert.Contains($"CustomPath is '{folder}'; it must be a folder outside of crl, aia,", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_CA_ends_in_a_warning()
    {
        _account.Ca.Status = CaStatus.Disabled;

        var answer = await CreateAsync();

        AssertWarned(answer, "Enable it");
        Assert.Empty(_account.Ca.Orders);
    }

    [Fact]
    public async Task A_disabled_CA_whose_CRL_exists_is_no_problem()
    {
        _account.Ca.Status = CaStatus.Disabled;
        Put(CompleteKey, Some.Crl(_account.Time.GetUtcNow()));

        Assert.Equal("none", (await CreateAsync()).Data["Warning"]);
    }

    [Fact]
    public async Task A_CRL_that_takes_minutes_is_waited_for()
    {
        _account.PrivateCa.CrlDelay = TimeSpan.FromMinutes(8);

        var answer = await CreateAsync();

        Assert.Equal("none", answer.Data["Warning"]);
        Assert.Single(_account.Ca.Orders);
    }

    [Fact]
    public async Task A_certificate_that_is_still_being_made_is_waited_for()
    {
        _account.PrivateCa.MadeAt = _account.Time.GetUtcNow() + TimeSpan.FromSeconds(20);

        Assert.Equal("none", (await CreateAsync()).Data["Warning"]);
    }

    [Fact]
    public async Task A_CRL_that_does_not_come_ends_in_a_warning_before_the_time_is_over()
    {
        _account.PrivateCa.CrlDelay = null;
        _account.Timeout = TimeSpan.FromMinutes(3);

        var answer = await CreateAsync();

        AssertWarned(answer, "did not appear");
        Assert.Equal(CompleteKey, answer.Data["CrlKey"]);
    }

    [Fact]
    public async Task What_AWS_refuses_for_good_is_a_warning_that_says_what_to_do()
    {
        _account.Bucket.Closed.Add(Some.Bucket);

        AssertWarned(await CreateAsync(), "issuing any certificate");
    }

    [Fact]
    public async Task A_CA_that_is_gone_ends_in_a_warning_so_that_a_rollback_goes_through()
    {
        _account.PrivateCa.Remove(Some.Ca);

        AssertWarned(await UpdateAsync(Some.FirstCrlValues(), Partitioned()), "does not exist");
    }

    [Theory]
    [InlineData("CrlBucketName", "next-bucket")]
    [InlineData("CustomPath", "next/crl")]
    public async Task Another_place_gets_its_own_first_CRL(string property, string value)
    {
        await CreateAsync();
        var next = Some.FirstCrlValues((property, value));
        _account.Ca.Revocation = new RevocationSettings(
            Some.OurCrl with { S3BucketName = next["CrlBucketName"], CustomPath = next.GetValueOrDefault("CustomPath") }, null);

        var answer = await UpdateAsync(Some.FirstCrlValues(), next);

        Assert.Equal("none", answer.Data["Warning"]);
        Assert.Equal(2, _account.Ca.Orders.Count);
        Assert.Equal($"first-crl/{Some.Ca.CaId}", answer.PhysicalResourceId);
    }

    [Fact]
    public async Task Rolling_back_to_a_place_that_has_its_CRL_issues_none()
    {
        await CreateAsync();
        await UpdateAsync(Some.FirstCrlValues(), Some.FirstCrlValues(("CrlBucketName", "next-bucket")));
        var orders = _account.Ca.Orders.Count;

        var answer = await UpdateAsync(Some.FirstCrlValues(("CrlBucketName", "next-bucket")), Some.FirstCrlValues());

        Assert.Equal("none", answer.Data["Warning"]);
        Assert.Equal(orders, _account.Ca.Orders.Count);
    }

    [Fact]
    public async Task Another_CA_is_a_replacement()
    {
        _account.PrivateCa.Add(Some.OtherCa).Revocation = new RevocationSettings(Some.OurCrl, null);

        var answer = await UpdateAsync(
            Some.FirstCrlValues(), Some.FirstCrlValues(("CertificateAuthorityArn", Some.OtherCa.ToString())));

        Assert.Equal($"first-crl/{Some.OtherCa.CaId}", answer.PhysicalResourceId);
    }

    [Fact]
    public async Task Deleting_it_calls_nothing()
    {
        var delete = Some.Event("Delete", Some.FirstCrlValues(("CertificateAuthorityArn", "not an ARN")));
        delete["PhysicalResourceId"] = "whatever-it-was";

        var answer = await _account.SendAsync(delete, _account.FirstCrl());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal("whatever-it-was", answer.PhysicalResourceId);
        Assert.Empty(_account.Calls.Names);
    }

    [Fact]
    public async Task Properties_that_make_no_sense_are_all_named()
    {
        var answer = await CreateAsync(Some.FirstCrlValues(
            ("CertificateAuthorityArn", "arn"), ("CustomCname", "http://x"), ("CrlType", "PARTITIONED")));

        Assert.False(answer.Succeeded);
        Assert.All(
            (string[])["CertificateAuthorityArn", "CustomCname", "CustomPath"],
            name => Assert.Contains(name, answer.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_breaks_the_request_succeeds_and_one_certificate_is_issued_at_most(CallFault fault, int times)
    {
        await CreateAsync();
        var calls = _account.Calls.Names.ToList();

        for (var at = 0; at < calls.Count; at++)
        {
            using var account = new FakeAccount();
            account.Ca.Revocation = new RevocationSettings(Some.OurCrl, null);
            account.Calls.Plan(at, fault, times);

            var answer = await account.SendAsync(Some.Event("Create", Some.FirstCrlValues()), account.FirstCrl());

            var story = $"{fault} x {times} at call {at} ({calls[at]})";
            Assert.True(answer.Succeeded, $"{story}: {answer.Reason}");
            Assert.True(account.Ca.Issued.Count <= 1, $"{story}: {account.Ca.Issued.Count} certificates");
            Assert.True(times > 1 || answer.Data["Warning"] == "none", $"{story}: {answer.Data["Warning"]}");
        }
    }

    public static TheoryData<CallFault, int> Faults
    {
        get
        {
            var data = new TheoryData<CallFault, int>();
            foreach (var fault in Enum.GetValues<CallFault>())
            {
                data.Add(fault, 1);
                data.Add(fault, int.MaxValue);
            }

            return data;
        }
    }

    private void Put(string key, byte[] crl) => _account.Bucket.Objects[(Some.Bucket, key)] = crl;

    private byte[] UnfitCrl(string what, string point)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = _account.Time.GetUtcNow();
        return what switch
        {
            "another name" => TestCrl.Sign(other, "CN=Another", now, now.AddDays(7), point),
            "another key" => TestCrl.Sign(other, "CN=Some", now, now.AddDays(7), point),
            "ended" => Some.Crl(now.AddDays(-8), point),
            "in the future" => Some.Crl(now.AddHours(3), point),
            "another place" => Some.Crl(now, "http://other.example/pki/crl/x.crl"),
            _ => [1],
        };
    }

    private static Dictionary<string, string> Partitioned() =>
        Some.FirstCrlValues(("CrlType", "PARTITIONED"), ("CustomPath", "pki/crl"));

    private Task<CustomResourceAnswer> CreateAsync(Dictionary<string, string>? properties = null)
    {
        properties ??= Some.FirstCrlValues();
        if (properties["CrlType"] == CrlTypes.Partitioned)
        {
            _account.Ca.Revocation = new RevocationSettings(
                Some.OurCrl with { CrlType = CrlTypes.Partitioned, CustomPath = properties.GetValueOrDefault("CustomPath") }, null);
        }

        _account.Calls.Heal();
        return _account.SendAsync(Some.Event("Create", properties), _account.FirstCrl());
    }

    private Task<CustomResourceAnswer> UpdateAsync(Dictionary<string, string> from, Dictionary<string, string> to)
    {
        var update = Some.Event("Update", to);
        update["PhysicalResourceId"] = $"first-crl/{Some.Ca.CaId}";
        update["OldResourceProperties"] = Some.Event("Update", from)["ResourceProperties"]!.DeepClone();
        return _account.SendAsync(update, _account.FirstCrl());
    }

    private void AssertWarned(CustomResourceAnswer answer, string text)
    {
        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains(text, answer.Data["Warning"], StringComparison.Ordinal);
        Assert.Contains("\"FirstCrlMissing\":1", _account.Log, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"Warning\"", _account.Log, StringComparison.Ordinal);
    }
}

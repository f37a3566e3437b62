using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Revocation;

public sealed class CaRevocationTests : IDisposable
{
    private readonly FakeAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Creating_it_makes_the_CA_publish_to_our_bucket_under_our_name()
    {
        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
        Assert.Equal("BUCKET_OWNER_FULL_CONTROL", _account.Ca.Revocation.Crl.S3ObjectAcl);
        Assert.Equal($"ca-revocation/{Some.Ca.CaId}", answer.PhysicalResourceId);
        Assert.Equal($"http://{Some.Cname}/aia/{Some.Ca.CaId}.cer", answer.Data["CaCertificateUrl"]);
        Assert.Equal("true", answer.Data["Changed"]);
        Assert.Equal("none", answer.Data["Warning"]);
    }

    [Fact]
    public async Task Everything_a_newer_template_says_beyond_what_is_known_is_ignored()
    {
        var answer = await _account.CreateAsync(Some.PropertyValues(("Sharding", "4")));

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains("Sharding", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_an_older_release_without_newer_properties_is_understood()
    {
        var answer = await _account.CreateAsync(Some.PropertyValues(
            ("ExpirationInDays", null), ("CrlType", null), ("AiaPrefix", null), ("RestoreOnDelete", null)));

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
    }

    [Fact]
    public async Task Ocsp_settings_survive_every_change()
    {
        _account.Ca.Revocation = new RevocationSettings(CrlSettings.Disabled, Some.Ocsp);

        await _account.CreateAsync(Some.PropertyValues());
        await _account.UpdateAsync(Some.PropertyValues(), Some.PropertyValues(("ExpirationInDays", "14")));
        await _account.DeleteAsync(Some.PropertyValues(("ExpirationInDays", "14")));

        Assert.Equal(3, _account.Ca.History.Count);
        Assert.All(_account.Ca.History, settings => Assert.Equal(Some.Ocsp, settings.Ocsp));
    }

    [Fact]
    public async Task Deploying_again_changes_nothing()
    {
        await _account.CreateAsync(Some.PropertyValues());
        var objects = _account.Bucket.Objects.ToDictionary();
        _account.Calls.Heal();

        var answer = await _account.UpdateAsync(Some.PropertyValues(), Some.PropertyValues());

        Assert.Equal("false", answer.Data["Changed"]);
        Assert.Single(_account.Ca.History);
        Assert.Equal(objects, _account.Bucket.Objects);
        Assert.DoesNotContain("save restore point", _account.Calls.Names);
    }

    [Fact]
    public async Task It_issues_no_certificate()
    {
        await _account.CreateAsync(Some.PropertyValues());
        await _account.UpdateAsync(Some.PropertyValues(), Some.PropertyValues(("ExpirationInDays", "14")));
        await _account.DeleteAsync(Some.PropertyValues(("ExpirationInDays", "14")));

        Assert.Empty(_account.Ca.Orders);
    }

    [Fact]
    public async Task An_update_in_place_keeps_the_physical_id()
    {
        await _account.CreateAsync(Some.PropertyValues());

        var answer = await _account.UpdateAsync(Some.PropertyValues(), Some.PropertyValues(("ExpirationInDays", "30")));

        Assert.Equal($"ca-revocation/{Some.Ca.CaId}", answer.PhysicalResourceId);
        Assert.Equal(30, _account.Ca.Revocation.Crl.ExpirationInDays);
    }

    [Theory]
    [InlineData(CaStatus.Creating, "wait until")]
    [InlineData(CaStatus.PendingCertificate, "Install its certificate")]
    [InlineData(CaStatus.Expired, "renew it")]
    [InlineData(CaStatus.Deleted, "Name another CA")]
    [InlineData(CaStatus.Failed, "create another")]
    [InlineData("A_NEW_STATE", "Name another CA")]
    public async Task A_CA_that_takes_no_changes_is_a_clear_error(string status, string whatToDo)
    {
        _account.Ca.Status = status;

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.False(answer.Succeeded);
        Assert.Contains($"is {status}", answer.Reason, StringComparison.Ordinal);
        Assert.Contains(whatToDo, answer.Reason, StringComparison.Ordinal);
        Assert.Empty(_account.Ca.History);
    }

    [Fact]
    public async Task A_fresh_bucket_policy_is_waited_for()
    {
        _account.PrivateCa.PolicyInEffect = _account.Time.GetUtcNow() + TimeSpan.FromSeconds(80);

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
    }

    [Fact]
    public async Task A_bucket_policy_that_never_allows_it_is_a_clear_error_within_two_minutes()
    {
        _account.PrivateCa.WritableBuckets.Clear();
        var started = _account.Time.GetUtcNow();

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.False(answer.Succeeded);
        Assert.All(
            (string[])["s3:PutObjectAcl", $"bucket '{Some.Bucket}'", "crl/*", "acm-pca-permission-test-key*", "PrivateCaKeys"],
            text => Assert.Contains(text, answer.Reason, StringComparison.Ordinal));
        Assert.InRange(_account.Time.GetUtcNow() - started, TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Another_change_of_the_CA_is_waited_for()
    {
        _account.PrivateCa.BusyUntil = _account.Time.GetUtcNow() + TimeSpan.FromSeconds(45);

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
    }

    [Fact]
    public async Task Adopting_says_that_the_old_distribution_point_must_live_on()
    {
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, null);

        var answer = await _account.CreateAsync(Some.PropertyValues(("RestoreBucketName", Some.OtherBucket)));

        Assert.Contains($"http://old.example.mil/crl/{Some.Ca.CaId}.crl", answer.Data["Warning"], StringComparison.Ordinal);
        Assert.Contains("until they expire", answer.Data["Warning"], StringComparison.Ordinal);
        Assert.Contains("\"level\":\"Warning\"", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopting_says_on_which_day_the_last_CRL_at_the_old_place_ends()
    {
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, null);
        var last = _account.Time.GetUtcNow().AddDays(30);

        var answer = await _account.CreateAsync(Some.PropertyValues(("RestoreBucketName", Some.OtherBucket)));

        Assert.Contains($"at the latest on {last:yyyy-MM-dd}", answer.Data["Warning"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_on_which_the_old_CRL_ends_stays_when_the_stack_is_updated_later()
    {
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, null);
        var last = _account.Time.GetUtcNow().AddDays(30);
        var properties = Some.PropertyValues(("RestoreBucketName", Some.OtherBucket));
        await _account.CreateAsync(properties);
        _account.Time.Advance(TimeSpan.FromDays(20));

        var answer = await _account.UpdateAsync(
            properties, Some.PropertyValues(("RestoreBucketName", Some.OtherBucket), ("ExpirationInDays", "8")));

        Assert.Contains($"at the latest on {last:yyyy-MM-dd}", answer.Data["Warning"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopting_a_CA_that_left_its_distribution_point_out_says_that_certificates_carry_one_from_now_on()
    {
        var earlier = Some.EarlierCrl with { CustomCname = null, OmitExtension = true };
        _account.Ca.Revocation = new RevocationSettings(earlier, null);

        var answer = await _account.CreateAsync(Some.PropertyValues(("RestoreBucketName", Some.OtherBucket)));

        Assert.Contains("OmitExtension", answer.Data["Warning"], StringComparison.Ordinal);
        Assert.Contains($"http://{Some.Cname}/crl/{Some.Ca.CaId}.crl", answer.Data["Warning"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_short_validity_is_done_with_a_warning()
    {
        var answer = await _account.CreateAsync(Some.PropertyValues(("ExpirationInDays", "1")));

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains("12 hours", answer.Data["Warning"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_is_in_the_log_with_before_and_after()
    {
        await _account.CreateAsync(Some.PropertyValues());

        var line = _account.Log.Split('\n').Single(line => line.Contains("\"outcome\":\"Changed\"", StringComparison.Ordinal));
        Assert.Contains("\"before\":", line, StringComparison.Ordinal);
        Assert.Contains(Some.Cname, line, StringComparison.Ordinal);
        Assert.Contains(Some.Ca.ToString(), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_response_url_is_never_logged()
    {
        await _account.CreateAsync(Some.PropertyValues());
        await _account.CreateAsync(Some.PropertyValues(("ExpirationInDays", "many")));

        Assert.DoesNotContain("secret", _account.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Amz-Signature", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_CA_is_a_replacement_and_the_old_one_gets_its_settings_back()
    {
        _account.PrivateCa.Add(Some.OtherCa);
        var (before, after) = (Some.PropertyValues(), Some.PropertyValues(("CertificateAuthorityArn", Some.OtherCa.ToString())));
        await _account.CreateAsync(before);

        var answer = await _account.UpdateAsync(before, after);
        await _account.DeleteAsync(before);

        Assert.Equal($"ca-revocation/{Some.OtherCa.CaId}", answer.PhysicalResourceId);
        Assert.Equal(CrlSettings.Disabled, _account.Ca.Revocation.Crl);
        Assert.Equal([(Some.Bucket, Some.OtherCa.CaId)], _account.Bucket.Points.Keys);
    }

    [Fact]
    public async Task Rolling_back_a_change_to_another_CA_restores_that_one_too()
    {
        var other = _account.PrivateCa.Add(Some.OtherCa);
        var (before, after) = (Some.PropertyValues(), Some.PropertyValues(("CertificateAuthorityArn", Some.OtherCa.ToString())));
        await _account.CreateAsync(before);
        await _account.UpdateAsync(before, after);

        // CloudFormation saw the update fail, so it still knows the old physical id.
        var answer = await _account.UpdateAsync(after, before);

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
        Assert.Equal(CrlSettings.Disabled, other.Revocation.Crl);
        Assert.Equal([(Some.Bucket, Some.Ca.CaId)], _account.Bucket.Points.Keys);
    }

    [Fact]
    public async Task Rolling_back_a_change_to_another_CA_asks_nothing_about_it_where_nothing_is_restored()
    {
        var other = _account.PrivateCa.Add(Some.OtherCa);
        var before = Some.PropertyValues(("RestoreOnDelete", "false"));
        var after = Some.PropertyValues(("RestoreOnDelete", "false"), ("CertificateAuthorityArn", Some.OtherCa.ToString()));
        await _account.CreateAsync(before);
        await _account.UpdateAsync(before, after);
        var left = other.Revocation;
        _account.PrivateCa.Remove(Some.OtherCa);

        // The role names the first CA again, so that every call about the other would be refused.
        var answer = await _account.UpdateAsync(after, before);

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.DoesNotContain("remove restore point", _account.Calls.Names.SkipWhile(name => name != "configure").Skip(1));
        Assert.Equal(left, other.Revocation);
    }

    [Fact]
    public async Task Another_bucket_takes_the_restore_point_along()
    {
        _account.PrivateCa.WritableBuckets.Add("next-bucket");
        var (before, after) = (Some.PropertyValues(), Some.PropertyValues(("CrlBucketName", "next-bucket")));
        await _account.CreateAsync(before);

        await _account.UpdateAsync(before, after);
        var moved = _account.Bucket.Points.Keys.ToList();
        await _account.DeleteAsync(after);

        Assert.Equal([("next-bucket", Some.Ca.CaId)], moved);
        Assert.Equal(CrlSettings.Disabled, _account.Ca.Revocation.Crl);
        Assert.Empty(_account.Bucket.Points);
    }

    [Fact]
    public async Task Another_bucket_whose_restore_point_cannot_be_read_changes_nothing()
    {
        var before = Some.PropertyValues();
        await _account.CreateAsync(before);
        _account.Bucket.Closed.Add(Some.Bucket);

        var answer = await _account.UpdateAsync(before, Some.PropertyValues(("CrlBucketName", "next-bucket")));

        Assert.False(answer.Succeeded);
        Assert.Contains("certificateAuthority.restoreBucketName", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
    }

    [Fact]
    public async Task A_CA_that_another_stack_manages_is_refused()
    {
        await _account.CreateAsync(Some.PropertyValues());
        var other = Some.Event("Create", Some.PropertyValues());
        other["StackId"] = $"{Some.StackId}-other";
        _account.Own = _account.Own with { StackId = $"{Some.StackId}-other" };

        var refused = await _account.SendAsync(other);
        other["RequestType"] = "Delete";
        other["PhysicalResourceId"] = refused.PhysicalResourceId;
        var deleted = await _account.SendAsync(other);

        Assert.False(refused.Succeeded);
        Assert.Contains(Some.StackId, refused.Reason, StringComparison.Ordinal);
        Assert.Contains(CaHolderTag.Key, refused.Reason, StringComparison.Ordinal);
        Assert.Contains($"bucket '{Some.Bucket}'", refused.Reason, StringComparison.Ordinal);
        Assert.True(deleted.Succeeded, deleted.Reason);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
        Assert.Single(_account.Bucket.Points);
    }

    [Fact]
    public async Task A_record_of_another_stack_in_the_same_bucket_refuses_it_without_a_tag_too()
    {
        await _account.CreateAsync(Some.PropertyValues());
        _account.Ca.Tags.Clear();
        var other = Some.Event("Create", Some.PropertyValues());
        other["StackId"] = $"{Some.StackId}-other";
        _account.Own = _account.Own with { StackId = $"{Some.StackId}-other" };

        var refused = await _account.SendAsync(other);

        Assert.False(refused.Succeeded);
        Assert.Contains(RestorePointKey.For(Some.Ca.CaId), refused.Reason, StringComparison.Ordinal);
        Assert.Empty(_account.Ca.Tags);
    }

    [Fact]
    public async Task A_change_that_the_CA_does_not_show_is_an_error()
    {
        var stubborn = new StubbornCa(_account.PrivateCa);
        var resource = CaRevocationResource.Over(
            stubborn, _account.PrivateCa, _account.Bucket, _account.Bucket, _account.Time);

        var answer = await _account.SendAsync(Some.Event("Create", Some.PropertyValues()), resource);

        Assert.False(answer.Succeeded);
        Assert.Contains("instead of", answer.Reason, StringComparison.Ordinal);
    }
}

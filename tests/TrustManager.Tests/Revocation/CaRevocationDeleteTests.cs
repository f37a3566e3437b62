using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Revocation;

public sealed class CaRevocationDeleteTests : IDisposable
{
    private readonly FakeAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Deleting_restores_what_was_there()
    {
        _account.PrivateCa.WritableBuckets.Add(Some.OtherBucket);
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, Some.Ocsp);
        var properties = Some.PropertyValues(("RestoreBucketName", Some.OtherBucket));
        await _account.CreateAsync(properties);

        var answer = await _account.DeleteAsync(properties);

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(new RevocationSettings(Some.EarlierCrl, Some.Ocsp), _account.Ca.Revocation);
        Assert.Empty(_account.Bucket.Points);
    }

    [Fact]
    public async Task Settings_that_were_off_are_switched_off_and_nothing_else()
    {
        await _account.CreateAsync(Some.PropertyValues());

        await _account.DeleteAsync(Some.PropertyValues());

        Assert.Equal(CrlSettings.Disabled, _account.Ca.Revocation.Crl);
    }

    [Fact]
    public async Task Settings_that_someone_changed_since_are_left_and_it_says_so()
    {
        await _account.CreateAsync(Some.PropertyValues());
        var changed = _account.Ca.Revocation with { Crl = _account.Ca.Revocation.Crl with { ExpirationInDays = 99 } };
        _account.Ca.Revocation = changed;

        var answer = await _account.DeleteAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains("someone changed them", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(changed, _account.Ca.Revocation);
        Assert.Contains("someone changed them", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_someone_put_back_to_an_earlier_version_of_ours_are_left_too()
    {
        var next = Some.PropertyValues(("ExpirationInDays", "30"));
        await _account.CreateAsync(Some.PropertyValues());
        var first = _account.Ca.Revocation;
        await _account.UpdateAsync(Some.PropertyValues(), next);
        _account.Ca.Revocation = first;

        await _account.DeleteAsync(next);

        Assert.Equal(first, _account.Ca.Revocation);
    }

    [Fact]
    public async Task Ocsp_settings_that_someone_changed_since_stay_while_ours_are_restored()
    {
        await _account.CreateAsync(Some.PropertyValues());
        _account.Ca.Revocation = _account.Ca.Revocation with { Ocsp = Some.Ocsp };

        await _account.DeleteAsync(Some.PropertyValues());

        Assert.Equal(new RevocationSettings(CrlSettings.Disabled, Some.Ocsp), _account.Ca.Revocation);
    }

    [Fact]
    public async Task Without_a_record_the_settings_are_left_and_it_says_so()
    {
        await _account.CreateAsync(Some.PropertyValues());
        _account.Bucket.Points.Clear();

        var answer = await _account.DeleteAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains("nothing is recorded", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
    }

    [Fact]
    public async Task A_CA_that_is_gone_is_a_success()
    {
        await _account.CreateAsync(Some.PropertyValues());
        _account.PrivateCa.Remove(Some.Ca);

        var answer = await _account.DeleteAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Empty(_account.Bucket.Points);
    }

    [Fact]
    public async Task A_deleted_CA_is_a_success()
    {
        await _account.CreateAsync(Some.PropertyValues());
        _account.Ca.Status = CaStatus.Deleted;

        var answer = await _account.DeleteAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
    }

    [Fact]
    public async Task A_failed_create_is_deleted_whatever_id_it_had()
    {
        var properties = Some.PropertyValues(("CertificateAuthorityArn", "not an ARN"));
        var created = await _account.CreateAsync(properties);

        var deleted = await _account.DeleteAsync(properties, created.PhysicalResourceId);
        var unknown = await _account.DeleteAsync(properties, "Pki-CaRevocation-1ABCDEF");

        Assert.False(created.Succeeded);
        Assert.True(deleted.Succeeded, deleted.Reason);
        Assert.Equal(created.PhysicalResourceId, deleted.PhysicalResourceId);
        Assert.Equal("Pki-CaRevocation-1ABCDEF", unknown.PhysicalResourceId);
    }

    [Fact]
    public async Task Settings_in_a_bucket_that_could_not_be_restored_are_not_touched_in_the_first_place()
    {
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, null);

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.False(answer.Succeeded);
        Assert.Contains($"certificateAuthority.restoreBucketName to \"{Some.OtherBucket}\"", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("certificateAuthority.restoreOnDelete to false", answer.Reason, StringComparison.Ordinal);
        Assert.Empty(_account.Ca.History);
        Assert.Empty(_account.Bucket.Points);
    }

    [Theory]
    [InlineData("old/crl", "old/crl", true)]
    [InlineData("crl/partitions", null, true)]
    [InlineData("crlx", null, false)]
    [InlineData("old/crl", null, false)]
    [InlineData("old/crl", "old", false)]
    public async Task Settings_in_a_folder_that_could_not_be_restored_are_not_touched_in_the_first_place(
        string earlier, string? restorable, bool accepted)
    {
        _account.PrivateCa.WritableBuckets.Add(Some.OtherBucket);
        var before = new RevocationSettings(
            Some.EarlierCrl with { CrlType = CrlTypes.Partitioned, CustomPath = earlier }, null);
        _account.Ca.Revocation = before;
        var properties = Some.PropertyValues(("RestoreBucketName", Some.OtherBucket), ("RestoreCustomPath", restorable));

        var answer = await _account.CreateAsync(properties);
        await _account.DeleteAsync(properties);

        Assert.Equal(accepted, answer.Succeeded);
        Assert.Equal(
            !accepted,
            answer.Reason?.Contains($"certificateAuthority.restoreCustomPath to \"{earlier}\"", StringComparison.Ordinal) ?? false);
        Assert.Equal(before, _account.Ca.Revocation);
        Assert.Equal(accepted ? 2 : 0, _account.Ca.History.Count);
    }

    [Fact]
    public async Task Bucket_and_folder_to_restore_are_asked_for_at_once()
    {
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl with { CustomPath = "old/crl" }, null);

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.Contains(
            $"certificateAuthority.restoreBucketName to \"{Some.OtherBucket}\" and "
            + "certificateAuthority.restoreCustomPath to \"old/crl\"",
            answer.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_of_our_own_bucket_that_we_write_to_can_be_restored()
    {
        var earlier = Some.EarlierCrl with { S3BucketName = Some.Bucket, CustomPath = "pki/crl" };
        _account.Ca.Revocation = new RevocationSettings(earlier, null);

        var answer = await _account.CreateAsync(Some.PropertyValues(("CrlType", "PARTITIONED"), ("CustomPath", "pki/crl")));

        Assert.True(answer.Succeeded, answer.Reason);
    }

    [Fact]
    public async Task A_stack_that_need_not_restore_leaves_the_settings()
    {
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, null);
        var properties = Some.PropertyValues(("RestoreOnDelete", "false"));

        await _account.CreateAsync(properties);
        var answer = await _account.DeleteAsync(properties);

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(Some.OurCrl, _account.Ca.Revocation.Crl);
        Assert.Empty(_account.Bucket.Points);
    }
}

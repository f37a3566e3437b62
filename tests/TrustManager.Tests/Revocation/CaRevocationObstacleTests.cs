using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Revocation;

/// <summary>A CA that expired, and a bucket to restore that is gone or refuses, leave no stack stuck.</summary>
public sealed class CaRevocationObstacleTests : IDisposable
{
    private static readonly RevocationSettings Original = new(Some.EarlierCrl, Some.Ocsp);
    private static readonly Dictionary<string, string> First = Some.PropertyValues(("RestoreBucketName", Some.OtherBucket));
    private static readonly Dictionary<string, string> Second =
        Some.PropertyValues(("RestoreBucketName", Some.OtherBucket), ("ExpirationInDays", "14"));

    private readonly FakeAccount _account = new();

    public CaRevocationObstacleTests()
    {
        _account.PrivateCa.WritableBuckets.Add(Some.OtherBucket);
        _account.Ca.Revocation = Original;
    }

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_bucket_to_restore_that_is_gone_leaves_the_CA_at_once_and_says_so()
    {
        await _account.CreateAsync(First);
        _account.Bucket.Gone.Add(Some.OtherBucket);
        _account.PrivateCa.WritableBuckets.Remove(Some.OtherBucket);
        var started = _account.Time.GetUtcNow();

        var answer = await _account.DeleteAsync(First);

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.True(_account.Time.GetUtcNow() - started < TimeSpan.FromSeconds(5), "it does not wait for a bucket that is gone");
        ExpectLeft(answer.Reason, $"bucket '{Some.OtherBucket}' does not exist");
    }

    [Fact]
    public async Task A_bucket_to_restore_that_refuses_leaves_the_CA_and_says_so()
    {
        await _account.CreateAsync(First);
        _account.PrivateCa.WritableBuckets.Remove(Some.OtherBucket);

        var answer = await _account.DeleteAsync(First);

        Assert.True(answer.Succeeded, answer.Reason);
        ExpectLeft(answer.Reason, $"bucket '{Some.OtherBucket}'");
    }

    [Theory]
    [InlineData(true, "does not exist")]
    [InlineData(false, "may not be used")]
    public async Task A_bucket_that_could_not_be_restored_is_a_warning_when_the_CA_is_adopted(bool isGone, string says)
    {
        (isGone ? _account.Bucket.Gone : _account.Bucket.Closed).Add(Some.OtherBucket);

        var answer = await _account.CreateAsync(First);

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains($"Bucket '{Some.OtherBucket}' {says}", answer.Data["Warning"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_can_be_restored_is_no_warning_when_the_CA_is_adopted()
    {
        var answer = await _account.CreateAsync(First);

        Assert.DoesNotContain($"Bucket '{Some.OtherBucket}'", answer.Data["Warning"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaStatus.Expired)]
    [InlineData(CaStatus.Deleted)]
    public async Task Equal_settings_of_a_CA_that_takes_no_changes_succeed(string status)
    {
        await _account.CreateAsync(First);
        _account.Ca.Status = status;

        var answer = await _account.UpdateAsync(First, First);

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains($"is {status}", answer.Data["Warning"], StringComparison.Ordinal);
        Assert.Equal($"http://{Some.Cname}/aia/{Some.Ca.CaId}.cer", answer.Data["CaCertificateUrl"]);
    }

    [Fact]
    public async Task A_CA_that_expires_during_an_update_is_rolled_back()
    {
        await _account.CreateAsync(First);
        await _account.UpdateAsync(First, Second);
        _account.Ca.Status = CaStatus.Expired;

        var answer = await _account.UpdateAsync(Second, First);

        Assert.True(answer.Succeeded, answer.Reason);
    }

    [Fact]
    public async Task Other_settings_of_an_expired_CA_are_refused_and_rolled_back()
    {
        await _account.CreateAsync(First);
        _account.Ca.Status = CaStatus.Expired;

        var refused = await _account.UpdateAsync(First, Second);
        var rolledBack = await _account.UpdateAsync(Second, First);

        Assert.False(refused.Succeeded);
        Assert.Contains("is EXPIRED", refused.Reason, StringComparison.Ordinal);
        Assert.True(rolledBack.Succeeded, rolledBack.Reason);
    }

    [Fact]
    public async Task A_CA_that_is_gone_for_good_is_rolled_back()
    {
        await _account.CreateAsync(First);
        await _account.UpdateAsync(First, Second);
        _account.PrivateCa.Remove(Some.Ca);

        var answer = await _account.UpdateAsync(Second, First);

        Assert.True(answer.Succeeded, answer.Reason);
    }

    [Fact]
    public async Task The_restore_point_of_an_expired_CA_stays_when_nothing_could_be_restored()
    {
        await _account.CreateAsync(First);
        _account.Ca.Status = CaStatus.Expired;

        var answer = await _account.DeleteAsync(First);

        Assert.True(answer.Succeeded, answer.Reason);
        ExpectLeft(answer.Reason, "is EXPIRED");
    }

    [Fact]
    public async Task A_CA_that_was_left_is_adopted_by_the_next_stack_of_the_environment_which_gives_it_back()
    {
        await _account.CreateAsync(First);
        _account.PrivateCa.WritableBuckets.Remove(Some.OtherBucket);
        await _account.DeleteAsync(First);
        _account.PrivateCa.WritableBuckets.Add(Some.OtherBucket);
        var request = Some.Event("Create", First);
        request["StackId"] = $"{Some.StackId}-next";
        _account.Own = _account.Own with { StackId = $"{Some.StackId}-next" };

        var adopted = await _account.SendAsync(request);
        request["RequestType"] = "Delete";
        request["PhysicalResourceId"] = adopted.PhysicalResourceId;
        var deleted = await _account.SendAsync(request);

        Assert.True(adopted.Succeeded, adopted.Reason);
        Assert.True(deleted.Succeeded, deleted.Reason);
        Assert.Equal(Original, _account.Ca.Revocation);
        Assert.Empty(_account.Ca.Tags);
        Assert.Empty(_account.Bucket.Points);
    }

    private void ExpectLeft(string? reason, string says)
    {
        Assert.Contains(says, reason, StringComparison.Ordinal);
        Assert.Equal(Some.Bucket, _account.Ca.Revocation.Crl.S3BucketName);
        Assert.Equal(Original, Assert.Single(_account.Bucket.Points).Value.Previous);
        Assert.Equal(Some.StackId, _account.Ca.Tags[CaHolderTag.Key]);
        Assert.Contains($"s3://{Some.Bucket}/{RestorePointKey.For(Some.Ca.CaId)}", reason, StringComparison.Ordinal);
    }
}

using Infra.TrustManager.Publishing;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Whether the bucket of a CA's earlier settings is still there, as far as reading can show it.</summary>
/// <remarks>
/// Private CA writes a test object and so finds out the rest, but only while it changes the CA. The bucket's policy is not
/// read: that would take <c>s3:GetBucketPolicy</c>, and a policy alone does not decide.
/// </remarks>
public sealed class RestoreBucket(ICrlObjects objects)
{
    /// <summary>What is wrong with it; null when nothing is seen, or no bucket is to be restored.</summary>
    public async Task<RestoreBucketProblem?> FindProblemAsync(
        CrlSettings previous, string caId, CancellationToken cancellationToken)
    {
        if (previous is not { Enabled: true, S3BucketName: { } bucket })
        {
            return null;
        }

        try
        {
            await objects.FindAsync(bucket, RestorePointKey.For(caId), cancellationToken);
            return null;
        }
        catch (ServiceException gone) when (gone.Failure == ServiceFailure.NotFound)
        {
            return new RestoreBucketProblem(bucket, "does not exist", IsGone: true);
        }
        catch (ServiceException denied) when (denied.Failure == ServiceFailure.Denied)
        {
            return new RestoreBucketProblem(bucket, $"may not be used by this function: {denied.Message}", IsGone: false);
        }
    }
}

/// <param name="IsGone">True when Private CA need not even be asked.</param>
public sealed record RestoreBucketProblem(string Bucket, string Says, bool IsGone)
{
    /// <summary>A warning at adoption, while the earlier place can still be repaired.</summary>
    /// <param name="ours">Bucket that the CA publishes to now.</param>
    public string Warning(string ours) =>
        $"Bucket '{Bucket}' {Says}. It is where this CA published before. If that is not repaired, deleting this stack "
        + $"leaves the CA publishing to bucket '{ours}', and says so.";
}

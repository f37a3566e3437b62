using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.S3;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Tries the bucket of a CRL before a CA takes it.</summary>
public static class CrlBucket
{
    /// <summary>Written to the root of the bucket to see whether writing works; Private CA user guide, "Plan a CRL".</summary>
    public const string TestKey = "acm-pca-permission-test-key";

    /// <exception cref="AwsException"><c>ValidationException</c> when the service or the caller may not do what CRLs need.</exception>
    public static void Check(ServiceObjects objects, CrlConfiguration crl, string authorityArn, Principal caller)
    {
        if (!crl.Enabled)
        {
            return;
        }

        var service = AuthorityPrincipal.Of(authorityArn);
        Demand(crl, isService: true, () =>
        {
            objects.DemandBucketIsVisible(crl.S3BucketName, service);
            objects.Put(crl.S3BucketName, TestKey, ReadOnlyMemory<byte>.Empty, service, CrlWriter.CannedAclOf(crl));
        });
        CheckCaller(objects, crl, caller);
    }

    /// <summary>The caller itself must be able to write to the bucket as well; API reference, RevokeCertificate.</summary>
    public static void CheckCaller(ServiceObjects objects, CrlConfiguration crl, Principal caller)
    {
        if (crl.Enabled)
        {
            Demand(crl, isService: false, () =>
            {
                objects.DemandBucketIsVisible(crl.S3BucketName, caller);
                objects.DemandWrite(crl.S3BucketName, TestKey, caller);
            });
        }
    }

    private static void Demand(CrlConfiguration crl, bool isService, Action attempt)
    {
        try
        {
            attempt();
        }
        catch (AwsException e)
        {
            // Both wordings are seen from AWS; neither is documented.
            var isAclClosed = isService && e.Message.Contains("s3:GetBucketAcl", StringComparison.Ordinal);
            throw PrivateCaErrors.Validation(
                $"{(isAclClosed ? AclClosed(crl) : Closed(crl))} S3 answered {e.Code}: {e.Message}");
        }
    }

    private static string AclClosed(CrlConfiguration crl) =>
        "AWS Certificate Manager Private Certificate Authority (ACM PCA) service principal 'acm-pca.amazonaws.com' "
        + $"requires 's3:GetBucketAcl' permissions for your S3 bucket '{crl.S3BucketName}'. Check your S3 bucket "
        + "permissions and try again.";

    private static string Closed(CrlConfiguration crl) =>
        $"Permission error with your S3 bucket '{crl.S3BucketName}'. Check that your bucket policy, encryption "
        + "settings, S3 Block Public Access settings, and global account permissions are configured correctly. For more "
        + "information, check the service documentation.";
}

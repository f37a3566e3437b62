using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>Whether a bucket takes an object with a given access list.</summary>
public static class AclRules
{
    private const string BucketOwnerFullControl = "bucket-owner-full-control";

    /// <param name="canned">Value of <c>x-amz-acl</c>; null when the request has none.</param>
    /// <exception cref="AwsException">
    /// <c>AccessControlListNotSupported</c> where ACLs are off, <c>AccessDenied</c> from Block Public Access.
    /// </exception>
    public static CannedAcl Accept(string? canned, Bucket bucket)
    {
        if (canned is null)
        {
            return CannedAcl.Private;
        }

        if (bucket.Settings.Ownership == ObjectOwnership.BucketOwnerEnforced)
        {
            return canned == BucketOwnerFullControl ? CannedAcl.BucketOwnerFullControl : throw NotSupported(canned, bucket);
        }

        if (canned is "public-read" or "public-read-write" or "authenticated-read" && bucket.Settings.PublicAccess.BlockPublicAcls)
        {
            throw new AwsException(
                "AccessDenied",
                $"ACL '{canned}' is public and bucket '{bucket.Name}' blocks public ACLs (BlockPublicAcls). Send "
                    + $"'{BucketOwnerFullControl}'.",
                403);
        }

        return canned switch
        {
            "private" => CannedAcl.Private,
            "public-read" => CannedAcl.PublicRead,
            BucketOwnerFullControl => CannedAcl.BucketOwnerFullControl,
            _ => throw S3Errors.NotImplemented($"the canned ACL '{canned}'"),
        };
    }

    private static AwsException NotSupported(string canned, Bucket bucket) => new(
        "AccessControlListNotSupported",
        $"The bucket does not allow ACLs: '{bucket.Name}' has BucketOwnerEnforced and the request has '{canned}'. Send "
            + $"'{BucketOwnerFullControl}' or no ACL.");
}

namespace Infra.Local.S3.Store;

/// <summary>The four switches of Block Public Access.</summary>
/// <param name="BlockPublicAcls">Requests that set a public ACL are refused.</param>
/// <param name="IgnorePublicAcls">Public ACLs that are there grant nothing.</param>
/// <param name="BlockPublicPolicy">A public bucket policy is refused.</param>
/// <param name="RestrictPublicBuckets">A public bucket policy that is there grants nothing outside the account.</param>
public sealed record PublicAccessBlock(
    bool BlockPublicAcls, bool IgnorePublicAcls, bool BlockPublicPolicy, bool RestrictPublicBuckets)
{
    /// <summary>All on: S3's default for new buckets since April 2023.</summary>
    public static PublicAccessBlock All { get; } = new(true, true, true, true);
}

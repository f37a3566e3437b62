using Infra.Local.Hosting;
using Infra.Local.Reporting;
using Infra.Local.Verification;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Presumed;

/// <summary>Makes what a deployment presumes, in the name of the account's administrator.</summary>
/// <remarks>
/// No key of the repository's trust anchors exists here, so that the anchor's own certificate is what lies in the bucket:
/// a whole chain that ends at the anchor.
/// </remarks>
public sealed class PresumedResources(LocalAws aws, string environments, IReport report)
{
    /// <exception cref="InvalidOperationException">Something cannot be made; nothing was.</exception>
    public async Task MakeAsync(Presumption presumption)
    {
        if (presumption.Problems(aws.Account.Arn("acm-pca", "certificate-authority/")) is { Count: > 0 } problems)
        {
            throw new InvalidOperationException(
                $"The environment presumes what the local AWS cannot make: {string.Join(" ", problems)}");
        }

        using var administrator = new AdministratorClient(aws.Endpoint, aws.Account.Region);
        await FoldersAsync(presumption, administrator);
        if (presumption.AdoptedArn is { } adopted)
        {
            await AuthorityAsync(adopted, presumption.EarlierBucket, administrator);
        }

        foreach (var arn in presumption.AuthorityArns)
        {
            await AuthorityAsync(arn, bucket: null, administrator);
        }
    }

    private async Task FoldersAsync(Presumption presumption, AdministratorClient administrator)
    {
        foreach (var bucket in presumption.Folders.Select(folder => folder.Bucket).Distinct(StringComparer.Ordinal))
        {
            await administrator.CreateBucketWithEventsAsync(bucket);
        }

        foreach (var folder in presumption.Folders)
        {
            foreach (var file in folder.AnchorFiles)
            {
                var key = $"{folder.Prefix}{Path.GetFileName(file)}";
                await administrator.PutObjectAsync(
                    folder.Bucket, key, await File.ReadAllBytesAsync(Path.Combine(environments, file)));
                report.Progress($"presumed by the environment, made: s3://{folder.Bucket}/{key}");
            }
        }
    }

    private async Task AuthorityAsync(string arn, string? bucket, AdministratorClient administrator)
    {
        aws.PrivateCa.NextAuthorityIs(arn[(arn.LastIndexOf('/') + 1)..]);
        await new ExistingAuthority(aws.Account, administrator).CreateAsync(bucket);
        report.Progress($"presumed by the environment, made: {arn}");
    }
}

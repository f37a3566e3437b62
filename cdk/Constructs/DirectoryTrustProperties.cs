using Infra.Cdk.Configuration.Directories;

namespace Infra.Cdk.Constructs;

/// <summary>What the function behind a <see cref="DirectoryTrust"/> is told; empty lists are left out.</summary>
internal static class DirectoryTrustProperties
{
    public static Dictionary<string, object> From(DirectoryTrustProps props)
    {
        var properties = new Dictionary<string, object>
        {
            ["DirectoryId"] = props.Directory.DirectoryId,
            ["StateBucketName"] = props.MemoryBucket.BucketName,
            ["AdoptRegistered"] = props.Directory.AdoptRegistered,
            ["RotationMode"] = props.Directory.Rotation.Mode,
            ["OverlapDays"] = props.Directory.Rotation.OverlapDays,
            ["DirectoryName"] = props.Directory.Name,
        };
        if (props.Directory.SmartCard is { } smartCard)
        {
            properties["SmartCard"] = Purpose(smartCard, props);
        }

        if (props.Directory.Ldaps is { } ldaps)
        {
            properties["Ldaps"] = Purpose(ldaps, props);
        }

        return properties;
    }

    private static Dictionary<string, object> Purpose(DirectoryPurposeSettings purpose, DirectoryTrustProps props)
    {
        var properties = new Dictionary<string, object> { ["Enabled"] = purpose.Enabled };
        AddList(properties, "Certificates", purpose.Certificates.Certificates.Select(one => one.Pem));
        AddList(properties, "CertificateAuthorityArns", props.CertificateAuthorityArns(purpose));
        AddList(properties, "S3Sources", purpose.Folders.Select(source => S3Source(source, props.Account)));
        AddList(properties, "TrustAnchors", purpose.Anchors.Anchors.Select(anchor => anchor.Text));
        AddList(properties, "AllowGapFor", purpose.AllowGapFor);
        if (purpose.OcspUrl is { } url)
        {
            properties["OcspUrl"] = url;
        }

        return properties;
    }

    private static Dictionary<string, object> S3Source(S3SourceSettings source, string account) => new()
    {
        ["BucketName"] = source.BucketName,
        ["Prefix"] = source.Prefix,
        ["BucketOwner"] = source.OwnerIn(account),
    };

    private static void AddList(Dictionary<string, object> properties, string name, IEnumerable<object> items)
    {
        var list = items.ToArray();
        if (list.Length > 0)
        {
            properties[name] = list;
        }
    }
}

using System.Text.Json;
using Infra.Cdk.Configuration.Directories;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Fingerprints;

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

    /// <summary>What the function compares its state with: the same for properties that ask for the same.</summary>
    /// <exception cref="InvalidOperationException">
    /// A property besides those that a fingerprint leaves out is known to CloudFormation only.
    /// </exception>
    public static string FingerprintOf(DirectoryTrustProps props)
    {
        var properties = From(props);
        properties.Remove("StateBucketName");
        var json = JsonSerializer.SerializeToElement(properties);
        var known = props.OwnSource is { } own
            ? json.GetRawText().Replace(own, "", StringComparison.Ordinal)
            : json.GetRawText();
        return known.Contains("${Token[", StringComparison.Ordinal)
            ? throw new InvalidOperationException(
                $"The properties of directory {props.Directory.DirectoryId} hold a value that only CloudFormation "
                + "knows, so that they have no fingerprint at synthesis. Pass the value by a variable of its own.")
            : PropertiesFingerprint.Of(json, props.OwnSource);
    }

    private static Dictionary<string, object> Purpose(DirectoryPurposeSettings purpose, DirectoryTrustProps props)
    {
        var properties = new Dictionary<string, object> { ["Enabled"] = purpose.Enabled };
        AddList(properties, "Certificates", purpose.Certificates.Certificates.Select(one => one.Pem));
        AddList(properties, "CertificateAuthorityArns", props.CertificateAuthorityArns(purpose));
        AddList(properties, "S3Sources", purpose.Folders.Select(source => S3Source(source, props.Account)));
        AddList(properties, "TrustAnchors", purpose.Anchors.Anchors.Select(anchor => anchor.Text));
        AddList(properties, "AllowGapFor", purpose.AllowGapFor.Select(CertificateReference.Normalized));
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

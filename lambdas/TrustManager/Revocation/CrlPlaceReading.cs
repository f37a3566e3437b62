using System.Text.RegularExpressions;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Revocation;

/// <summary>Reads the properties that say where a CA's CRLs are, which two resources have.</summary>
/// <remarks>The limits are those of Private CA (API Reference, CrlConfiguration).</remarks>
internal static partial class CrlPlaceReading
{
    public static string Bucket(PropertyReader reader) => reader.Text(
        nameof(CaRevocationProperties.CrlBucketName),
        BucketForm(),
        "the name of a bucket: 3 to 63 of a-z, 0-9, '.' and '-'");

    public static string Host(PropertyReader reader) => reader.Text(
        nameof(CaRevocationProperties.CustomCname),
        HostForm(),
        "a host name of at most 253 characters, without 'http://' and without a path");

    public static (string Type, string? Path) TypeAndPath(PropertyReader reader)
    {
        var type = reader.Optional(nameof(CaRevocationProperties.CrlType), TypeForm(), "COMPLETE or PARTITIONED")
            ?? CrlTypes.Complete;
        var path = Folder(reader, nameof(CaRevocationProperties.CustomPath));
        if (type == CrlTypes.Partitioned && path is null)
        {
            reader.Add(
                "CrlType is PARTITIONED without a CustomPath; the keys of such CRLs are not documented, so they could "
                    + "be neither found nor served: give a CustomPath");
        }

        if (path is not null && CrlPlace.ReservedFolder(path) is { } reserved)
        {
            reader.Add(
                $"CustomPath is '{path}'; it must be a folder outside of {string.Join(", ", CrlPlace.ReservedFolders)}: "
                    + $"the keys of '{reserved}' belong to other objects of the bucket");
        }

        return (type, path);
    }

    public static string? Folder(PropertyReader reader, string name) => reader.Optional(
        name, FolderForm(), "names joined by '/', at most 253 characters, with no '/' at either end");

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketForm();

    // A port is for the local AWS, whose load balancer cannot have port 80.
    [GeneratedRegex(
        @"\A(?=.{1,253}\z)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:[0-9]{1,5})?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex HostForm();

    [GeneratedRegex(@"\A(COMPLETE|PARTITIONED)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeForm();

    [GeneratedRegex(
        @"\A(?=.{1,253}\z)[-a-zA-Z0-9;?:@&=+$,%_.!~*()']+(/[-a-zA-Z0-9;?:@&=+$,%_.!~*()']+)*\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex FolderForm();
}

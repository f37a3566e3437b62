using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Reads and checks the properties of <c>Custom::DirectoryTrust</c>.</summary>
internal static partial class DirectoryTrustReading
{
    private const string Form = "it must be an object of lists and texts";

    public static IReadOnlyList<string> Known { get; } =
    [
        nameof(DirectoryTrustProperties.DirectoryId),
        nameof(DirectoryTrustProperties.StateBucketName),
        nameof(DirectoryTrustProperties.SmartCard),
        nameof(DirectoryTrustProperties.Ldaps),
        nameof(DirectoryTrustProperties.AdoptRegistered),
        nameof(DirectoryTrustProperties.RotationMode),
        nameof(DirectoryTrustProperties.OverlapDays),
        nameof(DirectoryTrustProperties.DirectoryName),
    ];

    /// <summary>The properties; meaningless where <paramref name="reader"/> has problems.</summary>
    public static DirectoryTrustProperties Read(ResourceProperties properties, PropertyReader reader)
    {
        var read = new DirectoryTrustProperties
        {
            DirectoryId = reader.Text(
                nameof(DirectoryTrustProperties.DirectoryId), Directory(), "'d-' and ten of 0-9 and a-f"),
            StateBucketName = reader.Text(
                nameof(DirectoryTrustProperties.StateBucketName),
                Bucket(),
                "the name of a bucket: 3 to 63 of a-z, 0-9, '.' and '-'"),
            SmartCard = Purpose(properties, nameof(DirectoryTrustProperties.SmartCard), reader),
            Ldaps = Purpose(properties, nameof(DirectoryTrustProperties.Ldaps), reader),
            AdoptRegistered = reader.Flag(nameof(DirectoryTrustProperties.AdoptRegistered), whenAbsent: false),
            RotationMode = properties[nameof(DirectoryTrustProperties.RotationMode)],
            OverlapDays = properties[nameof(DirectoryTrustProperties.OverlapDays)],
            DirectoryName = properties[nameof(DirectoryTrustProperties.DirectoryName)],
        };
        RotationProperties.Check(read, reader);
        if (read is { SmartCard: null, Ldaps: null })
        {
            reader.Add("SmartCard and Ldaps are both missing; at least one says what the directory shall trust");
        }

        if (read.Ldaps?.OcspUrl is not null)
        {
            reader.Add("Ldaps has an OcspUrl, which only SmartCard takes");
        }

        return read;
    }

    /// <summary>The directory that the properties name; null when they name none.</summary>
    public static string? DirectoryIn(ResourceProperties properties) =>
        properties[nameof(DirectoryTrustProperties.DirectoryId)] is { } directory && Directory().IsMatch(directory)
            ? directory
            : null;

    /// <summary>Whether the properties name a directory and a bucket.</summary>
    public static bool NamePlace(ResourceProperties properties) =>
        DirectoryIn(properties) is not null
        && properties[nameof(DirectoryTrustProperties.StateBucketName)] is { } bucket && Bucket().IsMatch(bucket);

    private static PurposeProperties? Purpose(ResourceProperties properties, string name, PropertyReader reader)
    {
        if (properties[name] is not { } json)
        {
            return null;
        }

        try
        {
            var read = JsonSerializer.Deserialize(json, DirectoryTrustJson.Default.PurposeProperties);
            foreach (var problem in read is null ? [$"{name} is null; {Form}"] : PurposeReading.Problems(read, name))
            {
                reader.Add(problem);
            }

            return read;
        }
        catch (JsonException exception)
        {
            reader.Add($"{name} cannot be read at {exception.Path}; {Form}");
            return null;
        }
    }

    [GeneratedRegex(@"\Ad-[0-9a-f]{10}\z")]
    private static partial Regex Directory();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Bucket();
}

using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Assembly;

/// <summary>Where the file assets of a stack lie unpacked in a cloud assembly.</summary>
internal static class AssetManifest
{
    /// <remarks>Only directories, which the CLI would zip: single files, the template among them, are no function's code.</remarks>
    public static IEnumerable<(string ObjectKey, string Directory)> DirectoriesIn(string assembly, JsonObject manifest)
    {
        if (manifest["dockerImages"] is JsonObject { Count: > 0 })
        {
            throw new InvalidDataException($"{assembly}: docker image assets are not emulated.");
        }

        return (manifest["files"] as JsonObject ?? []).Select(file => file.Value as JsonObject ?? [])
            .Where(file => file["source"]?["packaging"]?.ToString() == "zip")
            .SelectMany(file => (file["destinations"] as JsonObject ?? []).Select(destination => (
                destination.Value?["objectKey"]?.ToString() ?? throw new InvalidDataException($"{assembly}: a file asset has no objectKey."),
                DirectoryOf(assembly, file))))
            .Distinct();
    }

    private static string DirectoryOf(string assembly, JsonObject file)
    {
        var path = file["source"]?["path"]?.ToString() ?? throw new InvalidDataException($"{assembly}: a file asset has no source path.");
        var directory = Path.GetFullPath(Path.Combine(assembly, path));
        return Directory.Exists(directory)
            ? directory
            : throw new InvalidDataException($"{directory}, a file asset of {assembly}, does not exist; run cdk synth again.");
    }
}

using System.Text.Json.Nodes;
using Infra.Local.DirectoryService;

namespace Infra.Local.Hosting;

/// <summary>The directories that an environment file lists: like its VPC, they exist before anything is deployed.</summary>
public static class ListedDirectories
{
    /// <summary>Adds them, named after their settings; those that are there already stay as they are.</summary>
    /// <param name="directories">Where to.</param>
    /// <param name="environmentFile">A file that the CDK app has accepted.</param>
    public static void AddTo(Directories directories, string environmentFile)
    {
        var environment = JsonNode.Parse(File.ReadAllText(environmentFile))!;
        foreach (var listed in environment["directories"] as JsonArray ?? [])
        {
            var id = (string)listed!["directoryId"]!;
            if (directories.Find(id) is null)
            {
                directories.Add(new DirectorySpecification(
                    id, Enum.Parse<DirectoryType>((string)listed["directoryType"]!), $"{listed["name"]}.example.mil"));
            }
        }
    }
}

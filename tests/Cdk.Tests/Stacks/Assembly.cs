using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>What a synthesis wrote.</summary>
public sealed class Assembly(string folder, EnvironmentSettings settings)
{
    public string Folder => folder;

    public Template CrlDistribution { get; } = Read(folder, $"CrlDistribution-{settings.Name}");

    public Template CertificateAuthority { get; } = Read(folder, $"CertificateAuthority-{settings.Name}");

    /// <summary>Null when the environment lists no directory.</summary>
    public Template? DirectoryTrust { get; } = File.Exists(FileOf(folder, $"DirectoryTrust-{settings.Name}"))
        ? Read(folder, $"DirectoryTrust-{settings.Name}")
        : null;

    /// <summary>Null when the environment lists no addresses.</summary>
    public Template? Notifications { get; } = File.Exists(FileOf(folder, $"Notifications-{settings.Name}"))
        ? Read(folder, $"Notifications-{settings.Name}")
        : null;

    public IEnumerable<Template> Templates =>
        new[] { Notifications, CrlDistribution, CertificateAuthority, DirectoryTrust }.OfType<Template>();

    /// <summary>What the CDK CLI is told about a stack.</summary>
    public JsonObject Manifest(Template template) =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["artifacts"]![template.Name]!;

    private static Template Read(string folder, string stack) =>
        new(stack, File.ReadAllText(FileOf(folder, stack)));

    private static string FileOf(string folder, string stack) => Path.Combine(folder, $"{stack}.template.json");
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Assembly;

/// <summary>What <c>cdk synth</c> wrote (cdk.out), read as far as stacks and their file assets go.</summary>
/// <param name="Directory">Where it was read from.</param>
/// <param name="Stacks">Each after those that it depends on.</param>
public sealed record CloudAssembly(string Directory, IReadOnlyList<AssemblyStack> Stacks)
{
    private const string ManifestName = "manifest.json";

    /// <summary>The one stack of a kind, which its name begins with: <c>CrlDistribution</c> for <c>CrlDistribution-local</c>.</summary>
    public AssemblyStack StackOf(string kind) =>
        Stacks.Single(stack => stack.Name.StartsWith($"{kind}-", StringComparison.Ordinal));

    /// <exception cref="InvalidDataException">It is not a cloud assembly, or has something that is not emulated.</exception>
    public static CloudAssembly Load(string directory)
    {
        var manifest = ReadObject(Path.Combine(directory, ManifestName));
        if (manifest["missing"] is JsonArray { Count: > 0 } missing)
        {
            throw new InvalidDataException(
                $"{directory} lacks {missing.Count} context lookups ({missing[0]?["key"]}, …). Give explicit values in the environment file.");
        }

        var artifacts = (manifest["artifacts"] as JsonObject ?? []).ToDictionary(
            artifact => artifact.Key, artifact => artifact.Value as JsonObject ?? []);
        if (artifacts.FirstOrDefault(artifact => TypeOf(artifact.Value) == "cdk:cloud-assembly").Key is { } nested)
        {
            throw new InvalidDataException($"{directory}: artifact {nested} is a nested assembly (a Stage), which is not emulated.");
        }

        var stacks = artifacts.Where(artifact => TypeOf(artifact.Value) == "aws:cloudformation:stack").Select(artifact => artifact.Key);
        var order = DependencyOrder.Of(artifacts.Keys, id => DependenciesOf(artifacts[id]).Where(artifacts.ContainsKey));
        return new CloudAssembly(directory, [.. order.Intersect(stacks).Select(id => ReadStack(directory, id, artifacts))]);
    }

    private static AssemblyStack ReadStack(string directory, string id, Dictionary<string, JsonObject> artifacts)
    {
        var properties = artifacts[id]["properties"] as JsonObject ?? [];
        var template = properties["templateFile"]?.ToString()
            ?? throw new InvalidDataException($"{directory}: stack {id} has no templateFile.");
        var (account, region) = EnvironmentOf(directory, id, artifacts[id]);
        return new AssemblyStack(properties["stackName"]?.ToString() ?? id, ReadObject(Path.Combine(directory, template)))
        {
            AccountId = account,
            Region = region,
            Parameters = (properties["parameters"] as JsonObject ?? []).ToDictionary(
                parameter => parameter.Key, parameter => parameter.Value?.ToString() ?? ""),
            AssetDirectories = DependenciesOf(artifacts[id])
                .Where(dependency => artifacts.TryGetValue(dependency, out var artifact) && TypeOf(artifact) == "cdk:asset-manifest")
                .Select(dependency => artifacts[dependency]["properties"]?["file"]?.ToString()
                    ?? throw new InvalidDataException($"{directory}: asset manifest {dependency} has no file."))
                .SelectMany(file => AssetManifest.DirectoriesIn(directory, ReadObject(Path.Combine(directory, file))))
                .ToDictionary(asset => asset.ObjectKey, asset => asset.Directory),
        };
    }

    /// <summary>From <c>aws://111122223333/us-east-1</c>; unknown ones are null.</summary>
    private static (string? Account, string? Region) EnvironmentOf(string directory, string id, JsonObject artifact) =>
        artifact["environment"]?.ToString().Split('/') is ["aws:", "", var account, var region]
            ? (account == "unknown-account" ? null : account, region == "unknown-region" ? null : region)
            : throw new InvalidDataException($"{directory}: the environment of stack {id} is not of the form aws://account/region.");

    private static string? TypeOf(JsonObject artifact) => artifact["type"]?.ToString();

    private static IEnumerable<string> DependenciesOf(JsonObject artifact) =>
        (artifact["dependencies"] as JsonArray ?? []).Select(dependency => dependency?.ToString()).OfType<string>();

    private static JsonObject ReadObject(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new InvalidDataException($"{path} is not a JSON object.");
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new InvalidDataException($"{path} cannot be read; run cdk synth first. {e.Message}", e);
        }
    }
}

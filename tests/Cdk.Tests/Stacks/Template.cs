using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>A synthesized template.</summary>
/// <param name="Name">Id of its stack.</param>
/// <param name="Text">The template as written.</param>
public sealed record Template(string Name, string Text)
{
    private readonly JsonObject _root = (JsonObject)JsonNode.Parse(Text)!;

    public IEnumerable<JsonObject> Resources => ((JsonObject)_root[nameof(Resources)]!).Select(resource => (JsonObject)resource.Value!);

    public IEnumerable<string> ResourceTypes => Resources.Select(resource => (string)resource["Type"]!);

    public JsonObject Outputs => (JsonObject)_root[nameof(Outputs)]!;

    public IEnumerable<JsonObject> All(string type) => Resources.Where(resource => (string)resource["Type"]! == type);

    /// <summary>Logical ids of the resources of the type.</summary>
    public IEnumerable<string> Ids(string type) => ((JsonObject)_root[nameof(Resources)]!)
        .Where(resource => (string)resource.Value!["Type"]! == type).Select(resource => resource.Key);

    public JsonObject Resource(string logicalId) => (JsonObject)_root[nameof(Resources)]![logicalId]!;

    /// <summary>Properties of the only resource of the type.</summary>
    public JsonObject Only(string type) => (JsonObject)Assert.Single(All(type))["Properties"]!;

    /// <summary>The only resource whose logical id begins so: a construct's id, which is fixed.</summary>
    public JsonObject Named(string logicalId, string type) => (JsonObject)Assert.Single(
        (JsonObject)_root[nameof(Resources)]!,
        resource => resource.Key.StartsWith(logicalId, StringComparison.Ordinal) && (string)resource.Value!["Type"]! == type).Value!;

    /// <summary>The properties of each custom resource, by logical id.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode>> CustomResources() => ((JsonObject)_root[nameof(Resources)]!)
        .Where(resource => ((string)resource.Value!["Type"]!).StartsWith("Custom::", StringComparison.Ordinal))
        .Select(resource => KeyValuePair.Create(resource.Key, resource.Value!["Properties"]!));

    /// <summary>Every statement of every policy in the template.</summary>
    public IEnumerable<JsonObject> Statements => Resources.SelectMany(StatementsIn);

    /// <summary>Every statement that allows one of the actions.</summary>
    public IEnumerable<JsonObject> Allowing(params string[] actions) => Statements.Where(statement =>
        (string)statement["Effect"]! == "Allow" && Texts.Of(statement["Action"]).Intersect(actions).Any());

    public static IEnumerable<JsonObject> StatementsIn(JsonNode? node) => node switch
    {
        JsonObject statement when statement.ContainsKey("Effect") => [statement],
        JsonObject members => members.SelectMany(member => StatementsIn(member.Value)),
        JsonArray items => items.SelectMany(StatementsIn),
        _ => [],
    };
}

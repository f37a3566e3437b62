using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Cdk.Configuration.Schema;

/// <summary>Reads a document against the schema, collecting every problem instead of stopping at the first.</summary>
/// <remarks>
/// What comes back is always complete and valid: defaults are filled in, and a value that is missing or wrong is replaced by
/// a stand-in. So the rules between settings can be checked in the same pass; one that looked at a stand-in proves nothing
/// and is left out by <see cref="Add"/>.
/// </remarks>
public sealed class SchemaReader
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<SettingProblem> _problems = [];
    private readonly List<string> _standIns = [];

    public IReadOnlyCollection<SettingProblem> Problems => _problems;

    public JsonObject Read(SchemaRule rule, JsonNode? document) => (JsonObject)ReadValue(rule, document, "");

    /// <summary>Adds what a rule between settings found, unless a setting it looked at is reported already.</summary>
    public void Add(IEnumerable<SettingProblem> problems) =>
        _problems.AddRange(problems.Where(problem => !problem.ComparedWith.Append(problem.Path).Any(IsStandIn)));

    private JsonNode ReadValue(SchemaRule rule, JsonNode? value, string path)
    {
        switch (rule.Type)
        {
            case "object" when value is JsonObject members:
                return ReadObject(rule, members, path);
            case "array" when value is JsonArray items:
                return ReadArray(rule, items, path);
            case not ("object" or "array") when ValueCheck.Accepts(rule, value):
                return value!.DeepClone();
            default:
                _problems.Add(new SettingProblem(
                    path.Length == 0 ? "(whole file)" : path, Shown(value), ValueCheck.Allowed(rule), $"Correct it. {rule.Description}"));
                return StandIn(rule, path);
        }
    }

    private JsonObject ReadObject(SchemaRule rule, JsonObject members, string path)
    {
        var complete = new JsonObject();
        var conditions = rule.Conditions.Where(condition => condition.Holds(members)).ToList();
        foreach (var (name, property) in rule.Properties)
        {
            var isThere = members.TryGetPropertyValue(name, out var value);
            if (conditions.Find(condition => condition.Forbids(name)) is { } forbidding)
            {
                ReportWhenThere(isThere, value, forbidding, property, path, name);
            }
            else if (isThere)
            {
                complete[name] = ReadValue(property, value, Join(path, name));
            }
            else if (rule.Required.Contains(name) || conditions.Any(condition => condition.Requires(name)))
            {
                _problems.Add(new SettingProblem(
                    Join(path, name), "nothing", ValueCheck.Allowed(property), $"Add it. {property.Description}"));
                complete[name] = StandIn(property, Join(path, name));
            }
            else if (property.Default is { } preset)
            {
                complete[name] = ReadValue(property, preset, Join(path, name));
            }
        }

        ReadOtherMembers(rule, members, path, complete);
        return complete;
    }

    /// <summary>A setting without effect is reported and not ignored: whoever wrote it expects something of it.</summary>
    private void ReportWhenThere(
        bool isThere, JsonNode? value, SchemaCondition forbidding, SchemaRule property, string path, string name)
    {
        if (isThere)
        {
            _problems.Add(new SettingProblem(
                Join(path, name), Shown(value), $"nothing when {Join(path, forbidding.Setting)} is {forbidding.Value}",
                $"Remove it. {property.Description}"));
        }
    }

    private void ReadOtherMembers(SchemaRule rule, JsonObject members, string path, JsonObject complete)
    {
        foreach (var (name, value) in members.Where(member => !rule.Properties.ContainsKey(member.Key)))
        {
            if (rule.AnyMember is { } property)
            {
                complete[name] = ReadValue(property, value, Join(path, name));
                continue;
            }

            _problems.Add(new SettingProblem(
                Join(path, name), Shown(value), $"only {string.Join(", ", rule.Properties.Keys)}", "Correct the name or remove it."));
        }

        CountMembers(rule, members.Count, path);
    }

    private void CountMembers(SchemaRule rule, int count, string path)
    {
        if (rule.Limit("maxProperties") is { } most && count > most)
        {
            _problems.Add(new SettingProblem(path, $"{count} members", $"at most {most}", $"Remove some. {rule.Description}"));
        }

        if (rule.Limit("minProperties") is { } least && count < least)
        {
            _problems.Add(new SettingProblem(path, $"{count} members", $"at least {least}", $"Add some. {rule.Description}"));
        }
    }

    private JsonArray ReadArray(SchemaRule rule, JsonArray items, string path)
    {
        var (least, most) = (rule.Limit("minItems") ?? 0, rule.Limit("maxItems") ?? int.MaxValue);
        if (items.Count < least || items.Count > most)
        {
            var allowed = most == int.MaxValue ? $"a list of at least {least}" : $"a list of {least} to {most}";
            _problems.Add(new SettingProblem(path, $"{items.Count} in the list", allowed, $"Correct it. {rule.Description}"));
        }

        for (var i = 0; rule.UniqueItems && i < items.Count; i++)
        {
            if (items.Take(i).Any(earlier => JsonNode.DeepEquals(earlier, items[i])))
            {
                _problems.Add(new SettingProblem($"{path}[{i}]", $"{Shown(items[i])} a second time", "each value once", "Remove it."));
            }
        }

        return new JsonArray([.. items.Select((item, i) => ReadValue(rule.Items, item, $"{path}[{i}]"))]);
    }

    /// <summary>A valid value in place of a wrong one; a section's own members are stand-ins too and are not reported again.</summary>
    private JsonNode StandIn(SchemaRule rule, string path)
    {
        _standIns.Add(path);
        return rule.Type == "object" ? WholeStandIn(rule) : rule.StandIn();
    }

    private static JsonObject WholeStandIn(SchemaRule rule)
    {
        var section = new JsonObject();
        foreach (var (name, property) in rule.Properties)
        {
            if (rule.Required.Contains(name) || property.Default is not null)
            {
                section[name] = property.Type == "object" ? WholeStandIn(property) : property.StandIn();
            }
        }

        return section;
    }

    private bool IsStandIn(string path) => _standIns.Any(standIn =>
        standIn.Length == 0
        || path == standIn
        || path.StartsWith(standIn + ".", StringComparison.Ordinal)
        || path.StartsWith(standIn + "[", StringComparison.Ordinal));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shown(JsonNode? value) => value?.ToJsonString(AsWritten) ?? "null";
}

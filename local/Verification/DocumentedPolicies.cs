using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Local.Hosting;
using Infra.Local.Synthesis;

namespace Infra.Local.Verification;

/// <summary>
/// The policies of <c>docs/permissions.md</c>, with the functions of the local AWS for their placeholders.
/// </summary>
public sealed partial class DocumentedPolicies(LocalAws aws)
{
    private readonly string _document =
        File.ReadAllText(Path.Combine(Repository.Find().Root, "docs", "permissions.md"));

    /// <param name="section">Heading of the section that has the policy.</param>
    public JsonObject Of(string section)
    {
        var start = _document.IndexOf($"### {section}\n", StringComparison.Ordinal);
        Expect.True(start >= 0, $"docs/permissions.md has a section '{section}'");
        var policy = JsonNode.Parse(JsonBlock().Match(_document, start).Groups[1].Value)!.AsObject();
        foreach (var statement in policy["Statement"]!.AsArray())
        {
            if (statement!["Resource"] is JsonArray resources)
            {
                statement["Resource"] = new JsonArray(
                    [.. resources.SelectMany(resource => Arns((string)resource!)).Select(arn => JsonValue.Create(arn))]);
            }
        }

        return policy;
    }

    /// <summary>Of every deployed function of that name in the executable: each directory has its own.</summary>
    public IReadOnlyList<string> ArnsOf(string function) =>
    [
        .. aws.Functions.All.Select(one => one.Configuration)
            .Where(one => one.Environment.GetValueOrDefault("TRUST_MANAGER_FUNCTION") == function)
            .Select(one => one.Arn),
    ];

    private IReadOnlyList<string> Arns(string resource)
    {
        var match = FunctionArn().Match(resource);
        Expect.True(match.Success, $"'{resource}' names a function by placeholders");
        var arns = ArnsOf(match.Groups[1].Value);
        Expect.True(arns.Count > 0, $"function {match.Groups[1].Value} is deployed");
        return arns;
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("^arn:<partition>:lambda:<region>:<account>:function:<([A-Za-z]+)>$")]
    private static partial Regex FunctionArn();
}

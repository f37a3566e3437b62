using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Cdk.Tests.Permissions;

/// <summary>Reads <c>docs/permissions.md</c>.</summary>
/// <param name="text">Of the document.</param>
internal sealed partial class PermissionsDocument(string text)
{
    /// <summary>A principal, allow or deny, actions, resources and the reason.</summary>
    private const int Columns = 5;

    public static PermissionsDocument Read() =>
        new(File.ReadAllText(Path.Combine(Some.RepositoryFolder, "docs", "permissions.md")));

    /// <summary>Every row of the tables of permissions, an action at a time.</summary>
    public IReadOnlyList<PermissionRow> Permissions =>
    [
        .. from row in Rows(text)
           where row.Length == Columns && row[1] is "allow" or "deny"
           from action in Code().Matches(row[2])
           select new PermissionRow(row[0].Trim('`'), row[1], action.Groups[1].Value),
    ];

    /// <summary>Rows of permissions that have an empty cell.</summary>
    public IEnumerable<string> Incomplete =>
        Rows(text).Where(row => row.Length == Columns && row.Contains("")).Select(row => string.Join(" | ", row));

    /// <summary>Actions of the table of those whose resource cannot be named.</summary>
    public IEnumerable<string> Unnamed => Rows(Section("Resources that cannot be named"))
        .SelectMany(row => Code().Matches(row[0]))
        .Select(match => match.Groups[1].Value);

    /// <summary>The policy in a section.</summary>
    public JsonObject Policy(string section) =>
        (JsonObject)JsonNode.Parse(Assert.Single(JsonBlock().Matches(Section(section))).Groups[1].Value)!;

    private string Section(string title) => Assert.Single(
        Heading().Split(text), section => section.StartsWith($"{title}\n", StringComparison.Ordinal));

    private static IEnumerable<string[]> Rows(string section) => section.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());

    [GeneratedRegex("`([a-z0-9-]+:[A-Za-z*]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("^#+ ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}

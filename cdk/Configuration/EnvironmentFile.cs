using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Cdk.Configuration.Directories;
using Infra.Cdk.Configuration.Schema;

namespace Infra.Cdk.Configuration;

/// <summary>The files in <c>environments/</c>.</summary>
public sealed partial class EnvironmentFile(string repository)
{
    /// <summary>Longest name: it is part of the target group's name, which has at most 32 characters.</summary>
    public const int MaxNameLength = 28;

    private const string SchemaFileName = "environment.schema.json";

    private static readonly JsonSerializerOptions Members = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private readonly string _folder = Path.Combine(repository, "environments");

    /// <summary>Names that <see cref="Read"/> accepts, in alphabetical order.</summary>
    public IReadOnlyList<string> Names() =>
    [
        .. Directory.EnumerateFiles(_folder, "*.json")
            .Select(file => Path.GetFileName(file))
            .Where(file => file != SchemaFileName)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The rule that every environment file keeps.</summary>
    public SchemaRule Schema() =>
        new((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, SchemaFileName)))!);

    /// <summary>The settings in <c>environments/&lt;name&gt;.json</c>.</summary>
    /// <param name="name">Null when nobody chose one.</param>
    /// <param name="overrides">What the command line replaces; null replaces nothing.</param>
    /// <exception cref="InvalidEnvironmentException">There is no such file, or it has problems: all of them.</exception>
    public EnvironmentSettings Read(string? name, EnvironmentOverrides? overrides = null)
    {
        if (name is null || !Names().Contains(name))
        {
            throw new InvalidEnvironmentException(
                (name is null ? "No environment was chosen." : $"There is no environments/{name}.json.")
                + $" Add -c env=<name> to the command; environments/ holds {string.Join(", ", Names())}.");
        }

        var document = Parse(name);
        overrides?.ApplyTo(document);
        return Check(name, document, new CertificateFiles(overrides?.CertificateFolder ?? _folder));
    }

    private EnvironmentSettings Check(string name, JsonNode? document, CertificateFiles files)
    {
        var reader = new SchemaReader();
        var complete = reader.Read(Schema(), document);
        complete.Remove("$schema");
        complete["name"] = name;

        var settings = files.AddTo(complete.Deserialize<EnvironmentSettings>(Members)!);
        reader.Add(NameProblems(name));
        reader.Add(files.Problems);
        reader.Add(settings.Problems());
        return reader.Problems.Count == 0
            ? settings
            : throw new InvalidEnvironmentException($"environments/{name}.json", reader.Problems);
    }

    private static IEnumerable<SettingProblem> NameProblems(string name)
    {
        if (name.Length > MaxNameLength || !EnvironmentName().IsMatch(name))
        {
            yield return new SettingProblem(
                "(file name)", $"\"{name}\"",
                $"at most {MaxNameLength} lower-case letters, digits and single hyphens, beginning with a letter",
                "Rename the file: its name becomes part of stack and target group names.");
        }
    }

    private JsonNode? Parse(string name)
    {
        try
        {
            return JsonNode.Parse(
                File.ReadAllText(Path.Combine(_folder, $"{name}.json")),
                documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new InvalidEnvironmentException(
                $"environments/{name}.json is not JSON: {exception.Message} Correct it there; nothing else was checked.", exception);
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex EnvironmentName();
}

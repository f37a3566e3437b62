using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>A CloudFormation template, read strictly: a section, attribute or function that is not emulated is an error.</summary>
public sealed record Template
{
    public required IReadOnlyList<TemplateParameter> Parameters { get; init; }

    public required JsonObject Mappings { get; init; }

    public required IReadOnlyDictionary<string, Expression> Conditions { get; init; }

    public required IReadOnlyList<TemplateRule> Rules { get; init; }

    public required IReadOnlyList<TemplateResource> Resources { get; init; }

    public required IReadOnlyList<TemplateOutput> Outputs { get; init; }

    /// <exception cref="Endpoint.AwsException"><c>ValidationError</c> with every problem.</exception>
    public static Template Read(JsonObject document)
    {
        var problems = new List<string>();
        var template = TemplateReader.Read(document, problems);
        problems.AddRange(TemplateProblems.In(template));
        return problems.Count == 0 ? template : throw TemplateError.Because(problems);
    }
}

using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>The error for a template that cannot be deployed.</summary>
public static class TemplateError
{
    public static AwsException At(string path, string problem) => Because([$"{path}: {problem}"]);

    /// <summary>One error for every problem found.</summary>
    public static AwsException Because(IReadOnlyList<string> problems) => new(
        "ValidationError", problems is [var only] ? $"Template error: {only}" : $"Template errors: {string.Join(" ", problems)}");
}

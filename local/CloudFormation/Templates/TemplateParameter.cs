namespace Infra.Local.CloudFormation.Templates;

/// <summary>An entry of <c>Parameters</c>.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Type">For example <c>String</c>, <c>CommaDelimitedList</c> or <c>AWS::SSM::Parameter::Value&lt;String&gt;</c>.</param>
public sealed record TemplateParameter(string Name, string Type)
{
    private const string SsmPrefix = "AWS::SSM::Parameter::Value<";

    /// <summary>Null when a value must be given.</summary>
    public string? Default { get; init; }

    /// <summary>Null when any value is allowed.</summary>
    public IReadOnlyList<string>? AllowedValues { get; init; }

    /// <summary>Regular expression that the whole value must match; null for none.</summary>
    public string? AllowedPattern { get; init; }

    /// <summary>Smallest and largest number of characters, and value of a <c>Number</c>; null for no limit.</summary>
    public (int? MinLength, int? MaxLength, decimal? MinValue, decimal? MaxValue) Limits { get; init; }

    /// <summary>Whether its value is the name of an SSM parameter that has the real value.</summary>
    public bool IsFromSsm => Type.StartsWith(SsmPrefix, StringComparison.Ordinal);

    /// <summary>Whether the value is text with commas that becomes a list.</summary>
    public bool IsList
    {
        get
        {
            var type = IsFromSsm ? Type[SsmPrefix.Length..^1] : Type;
            return type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal);
        }
    }
}

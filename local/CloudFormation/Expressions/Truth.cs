namespace Infra.Local.CloudFormation.Expressions;

/// <summary>Reads the value of a condition.</summary>
internal static class Truth
{
    public static bool IsTrue(this Expression expression, Scope scope) => Scalar.TextOf(expression.Evaluate(scope)) switch
    {
        "true" => true,
        "false" => false,
        var other => throw TemplateError.At(expression.Path, $"'{other}' is not a condition; it must be true or false."),
    };
}

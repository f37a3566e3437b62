namespace Infra.Local.Iam.Policies;

/// <summary>An <c>Action</c>, <c>NotAction</c>, <c>Resource</c> or <c>NotResource</c> element.</summary>
/// <param name="Negated">True for the <c>Not</c> forms.</param>
/// <param name="Patterns">Values with <c>*</c> and <c>?</c>; one that matches is enough.</param>
public sealed record PatternElement(bool Negated, IReadOnlyList<string> Patterns)
{
    /// <remarks>A pattern with a variable that the request has no value for matches nothing, as on AWS.</remarks>
    internal bool Matches(string value, PolicyVariables variables, StringComparison comparison) =>
        Patterns.Any(pattern => variables.Expand(pattern) is { } expanded && expanded.Matches(value, comparison)) != Negated;
}

using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>An entry of <c>Rules</c>: what must be true of the parameters before anything is deployed.</summary>
/// <param name="Name">Its key.</param>
/// <param name="When">Condition under which it applies; null for always.</param>
/// <param name="Assertions">What must hold, and what to say when it does not.</param>
public sealed record TemplateRule(string Name, Expression? When, IReadOnlyList<(Expression Assert, string Description)> Assertions);

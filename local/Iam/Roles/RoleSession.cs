namespace Infra.Local.Iam.Roles;

/// <summary>A role while one caller has it.</summary>
/// <param name="Name">Chosen by the caller of AssumeRole; Lambda chooses the name of the function.</param>
public sealed record RoleSession(string RoleArn, string Name);

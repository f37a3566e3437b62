namespace Infra.Local.Iam.Roles;

/// <summary>The temporary credential of a role, as a function's environment gets it.</summary>
public sealed record RoleCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken);

namespace Infra.Cdk.Tests.Permissions;

/// <summary>One action that a principal is allowed or denied.</summary>
/// <param name="Principal">A function's name, a service, or <c>*</c>.</param>
/// <param name="Effect"><c>allow</c> or <c>deny</c>.</param>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
public sealed record PermissionRow(string Principal, string Effect, string Action);

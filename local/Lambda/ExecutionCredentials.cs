namespace Infra.Local.Lambda;

/// <summary>What a function signs its own calls with.</summary>
public sealed record ExecutionCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken);

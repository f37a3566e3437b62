namespace Infra.CrlResponder.Store;

/// <summary>A version of an object in the bucket.</summary>
public sealed record StoredVersion(string Key, string VersionId, string ETag);

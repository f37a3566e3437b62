namespace Infra.TrustManager.Sources;

/// <summary>An object as its bucket lists it.</summary>
public sealed record StoredObject(string Key, long Bytes);

/// <summary>The bytes of an object, and the version that they are; null in a bucket without versions.</summary>
public sealed record ObjectContent(byte[] Bytes, string? VersionId);

namespace Infra.TrustManager.Sources;

/// <summary>An object as its bucket lists it.</summary>
public sealed record StoredObject(string Key, long Bytes);

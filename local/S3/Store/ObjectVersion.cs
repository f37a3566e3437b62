namespace Infra.Local.S3.Store;

/// <summary>One entry in the history of a key.</summary>
/// <param name="Key">Object key.</param>
/// <param name="VersionId">Opaque; <see cref="NullId"/> for what was written without versioning.</param>
/// <param name="LastModified">Whole seconds, as S3 reports them.</param>
/// <param name="Content">Null for a delete marker.</param>
public sealed record ObjectVersion(string Key, string VersionId, DateTimeOffset LastModified, ObjectContent? Content)
{
    public const string NullId = "null";

    public bool IsDeleteMarker => Content is null;
}

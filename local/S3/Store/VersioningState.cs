namespace Infra.Local.S3.Store;

/// <summary>Whether a bucket keeps what is overwritten or deleted.</summary>
public enum VersioningState
{
    /// <summary>Never switched on: one object a key, no version ids.</summary>
    Unversioned,

    /// <summary>Every write makes a version; a delete makes a delete marker.</summary>
    Enabled,

    /// <summary>Was on: old versions stay, new writes replace the version called <c>null</c>.</summary>
    Suspended,
}

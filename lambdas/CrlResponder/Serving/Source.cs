namespace Infra.CrlResponder.Serving;

/// <summary>Where a document came from.</summary>
public enum Source
{
    /// <summary>This instance had it.</summary>
    Memory,

    /// <summary>S3's current object, fetched for this request.</summary>
    S3,

    /// <summary>An earlier version that stands in for an unfit current object.</summary>
    Version,
}

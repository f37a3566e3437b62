using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Cache;

/// <summary>A document that was read and found good, its bytes in the form in which they are sent.</summary>
public sealed record CachedDocument
{
    public required DocumentFacts Facts { get; init; }

    /// <summary>Why the signature of a CRL was not checked, for the log; null where it was, and for a certificate.</summary>
    public string? UnverifiedBecause { get; init; }

    /// <summary>S3's strong entity tag of exactly these bytes, with quotes.</summary>
    public required string ETag { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Length of the document itself.</summary>
    public required int LengthBytes { get; init; }

    /// <summary>The document in base64: the only copy in memory, shared by all answers and never written again.</summary>
    public required ReadOnlyMemory<byte> Base64 { get; init; }
}

using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>What all sources of a purpose list.</summary>
/// <param name="Pinned">What the environment file names, or the CAs that it names.</param>
/// <param name="Found">What lies in buckets and is not pinned, each once.</param>
/// <param name="Unreadable">Objects whose certificates could not be read, all or some of them.</param>
/// <param name="Problems">Why nothing may follow these sources; those of <paramref name="Pinned"/> not among them.</param>
public sealed record SourceListing(
    CaBundle Pinned,
    IReadOnlyList<FoundCertificate> Found,
    IReadOnlyList<WithheldObject> Unreadable,
    IReadOnlyList<string> Problems);

/// <summary>A certificate from a bucket.</summary>
public sealed record FoundCertificate(CaCertificate Certificate, ObjectOrigin Origin);

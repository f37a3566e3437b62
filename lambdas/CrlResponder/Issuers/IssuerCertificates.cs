using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Settings;
using Infra.CrlResponder.Store;

namespace Infra.CrlResponder.Issuers;

/// <summary>The CA certificates of the bucket, read when a CRL needs one that is not known yet.</summary>
/// <remarks>
/// Private CA and this project name a CRL and the certificate of its CA alike (<c>crl/&lt;id&gt;.crl</c>,
/// <c>aia/&lt;id&gt;.cer</c>), so that one object is enough for most lists. The whole prefix is read only where that one
/// does not settle it. Not thread-safe: Lambda hands an instance one request at a time.
/// </remarks>
public sealed class IssuerCertificates(
    ICrlStore store, CrlResponderSettings settings, TimeProvider time)
{
    /// <summary>Most objects that are read: two for each CA of a bucket, of which few have more than ten.</summary>
    private const int MaxCertificates = 64;

    /// <summary>Longest certificate that is read, in bytes; one of a CA has 1 to 4 KB.</summary>
    private const int MaxBytes = 64 * 1024;

    /// <summary>
    /// How long a reading of the whole prefix counts: as long as a CRL that it did not verify is served, it is not
    /// repeated with every new list.
    /// </summary>
    private static readonly TimeSpan ReadingLasts = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Known> _byKey = new(StringComparer.Ordinal);

    private DateTimeOffset? _allReadAt;

    /// <summary>Every certificate that is known, those of earlier versions included.</summary>
    public IReadOnlyList<IssuerCertificate> All => [.. _byKey.Values.Select(known => known.Certificate).OfType<IssuerCertificate>()];

    /// <summary>Key of the certificate of the CA whose CRL an object holds.</summary>
    /// <remarks>A delta CRL has the name of its complete list and a plus sign, where a Microsoft CA made it.</remarks>
    public string OwnKeyOf(ServedKey crl) =>
        $"{settings.AiaPrefix}{crl.Value[(crl.Value.LastIndexOf('/') + 1)..^".crl".Length].TrimEnd('+')}.cer";

    /// <summary>The certificate of the CA whose CRL an object holds, if it is known.</summary>
    public IssuerCertificate? OwnOf(ServedKey crl) => _byKey.GetValueOrDefault(OwnKeyOf(crl))?.Certificate;

    /// <summary>True where <see cref="ReadOwnAsync"/> has something to find out.</summary>
    public bool IsUnknown(ServedKey crl) => !_byKey.ContainsKey(OwnKeyOf(crl));

    /// <summary>Reads the certificate of the CA whose CRL an object holds, unless it is the one that is known.</summary>
    /// <exception cref="StoreUnavailableException">The bucket is slow, throttled or down.</exception>
    public async Task ReadOwnAsync(ServedKey crl, CancellationToken cancellationToken)
    {
        var key = OwnKeyOf(crl);
        var known = _byKey.GetValueOrDefault(key);
        switch (await store.FindAsync(key, known?.ETag, cancellationToken))
        {
            case StoreAnswer.Found { Content: var content }:
                using (content)
                {
                    _byKey[key] = await ReadAsync(key, content, cancellationToken);
                }

                break;
            case StoreAnswer.NotThere or StoreAnswer.Denied:
                // S3 says 403 for a key that is not there, since the function may not list objects. Absence is not
                // remembered: clients could fill the memory with invented names.
                _byKey.Remove(key);
                break;
        }
    }

    /// <summary>Reads every certificate under the prefix, earlier versions too: a renewed key has signed lists before.</summary>
    /// <exception cref="StoreUnavailableException">The bucket is slow, throttled or down.</exception>
    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        if (_allReadAt is { } last && time.GetUtcNow() - last < ReadingLasts && time.GetUtcNow() >= last)
        {
            return;
        }

        foreach (var version in await store.ListVersionsUnderAsync(settings.AiaPrefix, MaxCertificates, cancellationToken))
        {
            var name = $"{version.Key} version {version.VersionId}";
            if (_byKey.Values.Any(known => known.ETag == version.ETag))
            {
                continue;
            }

            if (await store.FindVersionAsync(version.Key, version.VersionId, cancellationToken)
                is StoreAnswer.Found { Content: var content })
            {
                using (content)
                {
                    _byKey[name] = await ReadAsync(version.Key, content, cancellationToken);
                }
            }
        }

        _allReadAt = time.GetUtcNow();
    }

    private static async Task<Known> ReadAsync(string key, IStoredObject content, CancellationToken cancellationToken)
    {
        if (content.LengthBytes > MaxBytes)
        {
            return new Known(content.ETag, null);
        }

        var der = new byte[content.LengthBytes];
        await content.ReadAsync(der, cancellationToken);
        return new Known(content.ETag, IssuerCertificate.Find(key, der));
    }

    /// <param name="Certificate">Null where the object is not one.</param>
    private sealed record Known(string ETag, IssuerCertificate? Certificate);
}

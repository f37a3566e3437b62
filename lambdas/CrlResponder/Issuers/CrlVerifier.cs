using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Store;

namespace Infra.CrlResponder.Issuers;

/// <summary>Judges CRLs by the CA certificates of the bucket, which it reads as far as they are needed.</summary>
public sealed class CrlVerifier(IssuerCertificates certificates)
{
    /// <summary>Begins to read what the CRL of a key will need, beside the CRL itself: both take the same time.</summary>
    /// <returns>Null where it is known; the task fails where the bucket does.</returns>
    public Task? Prepare(ServedKey key, CancellationToken cancellationToken) =>
        key.Kind == DocumentKind.Crl && certificates.IsUnknown(key)
            // S3's client waits on the thread that asks (OneThreadHttpClientFactory), hence another one.
            ? Task.Run(() => certificates.ReadOwnAsync(key, cancellationToken), CancellationToken.None)
            : null;

    /// <param name="key">Where the CRL lies.</param>
    /// <param name="crl">Its DER.</param>
    /// <param name="facts">What it says about itself.</param>
    /// <param name="prepared">What <see cref="Prepare"/> began; null where it began nothing.</param>
    /// <param name="cancellationToken">Ends with the time for S3.</param>
    public async Task<CrlVerdict> JudgeAsync(
        ServedKey key, ReadOnlyMemory<byte> crl, DocumentFacts facts, Task? prepared, CancellationToken cancellationToken)
    {
        try
        {
            if (prepared is not null)
            {
                await prepared;
            }

            var verdict = Judge();
            if (verdict is CrlVerdict.Verified)
            {
                return verdict;
            }

            if (prepared is null)
            {
                // The CA's certificate may have changed since it was read.
                await certificates.ReadOwnAsync(key, cancellationToken);
                verdict = Judge();
            }

            if (verdict is CrlVerdict.Verified || IsOfAnotherName())
            {
                return verdict;
            }

            await certificates.ReadAllAsync(cancellationToken);
            return Judge();
        }
        catch (StoreUnavailableException exception)
        {
            return new CrlVerdict.Unverified($"could not be compared with the CA certificates: {exception.Message}");
        }

        CrlVerdict Judge() =>
            CrlVerification.Judge(crl.Span, facts, certificates.OwnOf(key), certificates.All);

        bool IsOfAnotherName() => certificates.OwnOf(key) is { } own
            && !NameReader.AreSame(own.Subject.Span, facts.Issuer.Span);
    }
}

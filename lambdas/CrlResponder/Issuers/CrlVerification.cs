using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Issuers;

/// <summary>Decides whether a CRL is one of the CA whose CRLs its key holds.</summary>
/// <remarks>
/// Only a definite contradiction keeps a list from being served: a client that gets none refuses sign-in, and clients
/// check the signature themselves.
/// </remarks>
public static class CrlVerification
{
    /// <param name="crl">DER of the CRL.</param>
    /// <param name="facts">What it says about itself.</param>
    /// <param name="own">Certificate of the CA that the object's key names; null where there is none.</param>
    /// <param name="others">The other CA certificates of the bucket.</param>
    public static CrlVerdict Judge(
        ReadOnlySpan<byte> crl, DocumentFacts facts, IssuerCertificate? own, IReadOnlyList<IssuerCertificate> others)
    {
        if (own is not null && !NameReader.AreSame(own.Subject.Span, facts.Issuer.Span))
        {
            return new CrlVerdict.WrongIssuer($"names another issuer than '{own.ObjectKey}', the certificate of its CA");
        }

        var (isChecked, isDoubtful) = (false, false);
        foreach (var candidate in others.Prepend(own).OfType<IssuerCertificate>().Where(one => one.MayHaveIssued(facts)))
        {
            switch (CrlSignature.Verifies(crl, candidate.PublicKeyInfo.Span))
            {
                case true:
                    return new CrlVerdict.Verified();
                case false:
                    isChecked = true;
                    break;
                default:
                    isDoubtful = true;
                    break;
            }
        }

        return isDoubtful
                ? new CrlVerdict.Unverified("has a signature of a kind that this platform cannot check")
            : isChecked
                ? new CrlVerdict.WrongIssuer("was not signed with the key of any CA certificate of its issuer's name")
            : new CrlVerdict.Unverified("has an issuer whose certificate is not in the bucket");
    }
}

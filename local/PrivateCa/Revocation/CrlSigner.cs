using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Signs CRLs with a CA's key.</summary>
public static class CrlSigner
{
    /// <summary>An X.509 v2 CRL in DER, with authority key identifier, CRL number and, for a partition, issuing distribution point.</summary>
    public static byte[] Sign(CertificateAuthority authority, CrlContents contents)
    {
        var installed = authority.Installed
            ?? throw new InvalidOperationException($"{authority.Arn} has no certificate yet, so nobody could check a CRL "
                + "of it. Import one first.");
        var builder = new CertificateRevocationListBuilder();
        foreach (var entry in contents.Entries)
        {
            builder.AddEntry(Convert.FromHexString(entry.Serial), entry.RevokedAt, entry.Reason);
        }

        var hash = authority.Configuration.SigningAlgorithm.Hash;
        return authority.Key.Sign(key =>
        {
            var crl = builder.Build(
                installed.Certificate.SubjectName,
                key,
                contents.Number,
                contents.NextUpdate,
                hash,
                X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(installed.KeyIdentifier),
                contents.ThisUpdate);
            return contents.DistributionPoint is { } url ? IssuingDistributionPoint.AddTo(crl, url, key, hash) : crl;
        });
    }
}

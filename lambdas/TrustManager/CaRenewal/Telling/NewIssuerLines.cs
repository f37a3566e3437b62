using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;

namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>
/// Lines that publish the CAs above a new certificate which Windows does not know: the root first, then those below it.
/// </summary>
internal static class NewIssuerLines
{
    /// <summary>None where each CA above was above a certificate that is known in Active Directory.</summary>
    public static IEnumerable<string> For(RenewalMemory memory, CaView view, PublicationSettings publication)
    {
        var known = memory.KnownToWindows.SelectMany(certificate => certificate.IssuerKeys).ToHashSet();
        for (var number = view.Issuers.Count; number > 0; number--)
        {
            var issuer = view.Issuers[number - 1];
            if (known.Contains(issuer.KeyThumbprint))
            {
                continue;
            }

            var (file, isRoot) = ($"above-{number}.cer", number == view.Issuers.Count);
            yield return isRoot
                ? $"The new root '{issuer.CommonName}' is not known to Windows either. Publish it first; every machine "
                    + $"of the forest will trust it. Its hash must be {issuer.Thumbprint.ToLowerInvariant()}:"
                : $"The CA above, '{issuer.CommonName}', is new too. Its hash must be "
                    + $"{issuer.Thumbprint.ToLowerInvariant()}:";
            yield return "";
            yield return $"curl.exe -o {file} {publication.ChainUrl(number)}";
            yield return $"certutil -hashfile {file} SHA256";
            yield return $"certutil -dspublish -f {file} {(isRoot ? "RootCA" : "SubCA")}";
            yield return "";
        }
    }
}

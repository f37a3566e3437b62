using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>Whether an issued certificate can take the place of the CA's present one.</summary>
public static class SuccessorCheck
{
    private const X509KeyUsageFlags Needed = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;

    /// <summary>What is wrong with it, each in a clause; empty when it may be imported.</summary>
    public static IReadOnlyList<string> Problems(
        CertificateAndChain present, CertificateAndChain issued, ReissueSettings settings)
    {
        try
        {
            var former = ParsedCertificate.FromDer(present.CertificateDer());
            var successor = ParsedCertificate.FromDer(issued.CertificateDer());
            ParsedCertificate[] chain =
                settings.Parent is null ? [successor] : [.. issued.ChainDer().Select(ParsedCertificate.FromDer)];
            return
            [
                .. Succession(former, successor),
                .. Extensions(successor),
                .. Differences(former, successor, settings.Parent is null ? null : chain.FirstOrDefault(), settings),
                .. Path(successor, chain),
            ];
        }
        catch (ServiceException unreadable)
        {
            return [$"it cannot be read ({unreadable.Message.TrimEnd('.')})"];
        }
    }

    private static IEnumerable<string> Succession(ParsedCertificate former, ParsedCertificate successor)
    {
        if (!successor.Subject.IsSameAs(former.Subject))
        {
            yield return $"its subject is \"{successor.Subject}\", not \"{former.Subject}\"";
        }

        if (successor.KeyThumbprint != former.KeyThumbprint)
        {
            yield return "its public key is another one";
        }

        if (successor.NotAfter <= former.NotAfter)
        {
            yield return $"it expires on {successor.NotAfter:u}, the present one on {former.NotAfter:u}";
        }
    }

    private static IEnumerable<string> Extensions(ParsedCertificate successor)
    {
        if (successor.IsCa != true)
        {
            yield return "its basic constraints do not make it a CA certificate";
        }

        if (successor.KeyUsages is { } usages && (usages & Needed) != Needed)
        {
            yield return $"its key usage is {usages}, without {Needed & ~usages}";
        }
    }

    /// <summary>A root may lose a limit, but not get a tighter one; a subordinate one has what was ordered.</summary>
    private static IEnumerable<string> Differences(
        ParsedCertificate former, ParsedCertificate successor, ParsedCertificate? issuer, ReissueSettings settings)
    {
        var found = SuccessorDifference.Found(former, successor, issuer)
            .Where(difference => !settings.AllowChanges.Contains(difference.Change));
        if (SuccessorProfile.For(former, settings).Limits.PathLength is { } ordered && successor.PathLength != ordered)
        {
            yield return $"its path length is {CaLimits.Describe(successor.PathLength)}, not {ordered}";
            found = found.Where(difference => difference.Change != RenewalChange.PathLength);
        }

        foreach (var difference in found)
        {
            yield return $"it has {difference.Text}";
        }
    }

    private static IEnumerable<string> Path(ParsedCertificate successor, ParsedCertificate[] chain)
    {
        if (chain.Length == 0)
        {
            yield return "it came without the chain of its issuers";
            yield break;
        }

        var issued = successor;
        foreach (var issuer in chain)
        {
            if (Broken(issuer, issued) is { } problem)
            {
                yield return problem;
            }

            issued = issuer;
        }

        if (Broken(issued, issued) is not null)
        {
            yield return $"its chain ends with \"{issued.Subject}\", which is no root";
        }
    }

    private static string? Broken(ParsedCertificate issuer, ParsedCertificate issued) =>
        issuer.Subject.IsSameAs(issued.Issuer)
        && IssuerSignature.Verifies(issuer, issued) != false
            ? null
            : $"\"{issued.Subject}\" is not signed by \"{issuer.Subject}\"";
}

namespace Infra.CrlResponder.Documents;

/// <summary>Whether a CRL may follow one that was served before: clients must not be led back to a list that forgets a revocation.</summary>
public static class Succession
{
    /// <summary>True when <paramref name="candidate"/> is older than <paramref name="served"/> and must not replace it.</summary>
    /// <remarks>
    /// An expired list holds nothing back from one that is not: otherwise a CA that was rebuilt with lower CRL numbers would
    /// stay refused for as long as this instance lives.
    /// </remarks>
    public static bool IsStepBack(DocumentFacts candidate, DocumentFacts? served, DateTimeOffset now) =>
        served is { Kind: DocumentKind.Crl }
        && candidate.Kind == DocumentKind.Crl
        && IsOlder(candidate, served)
        && (!served.IsExpiredAt(now) || candidate.IsExpiredAt(now));

    private static bool IsOlder(DocumentFacts candidate, DocumentFacts served)
    {
        var sameIssuer = candidate.Issuer.Span.SequenceEqual(served.Issuer.Span);
        if (sameIssuer && candidate.CrlNumber is { } candidateNumber && served.CrlNumber is { } servedNumber
            && candidateNumber != servedNumber)
        {
            return candidateNumber < servedNumber;
        }

        return candidate.ValidFrom < served.ValidFrom;
    }
}

using Infra.CrlResponder.Cache;

namespace Infra.CrlResponder.Documents;

/// <summary>Whether a CRL may follow one that was served before: clients must not be led back to a list that forgets a revocation.</summary>
public static class Succession
{
    /// <summary>
    /// How far <c>thisUpdate</c> may lie ahead: clocks differ, and a client with a right one refuses the list until then.
    /// A list from further ahead would hold back every right one after it.
    /// </summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromDays(1);

    /// <summary>Why <paramref name="candidate"/> must not replace <paramref name="served"/>; null when it may.</summary>
    /// <remarks>
    /// An expired list holds nothing back from one that is not: otherwise a CA that was rebuilt with lower CRL numbers would
    /// stay refused for as long as this instance lives.
    /// </remarks>
    public static ObjectProblemKind? ProblemOf(DocumentFacts candidate, DocumentFacts? served, DateTimeOffset now)
    {
        if (candidate.Kind != DocumentKind.Crl)
        {
            return null;
        }

        if (candidate.ValidFrom > now + MaxAhead)
        {
            return ObjectProblemKind.NotYetValid;
        }

        if (served is not { Kind: DocumentKind.Crl }
            || served.ValidFrom > now + MaxAhead
            || (served.IsExpiredAt(now) && !candidate.IsExpiredAt(now)))
        {
            return null;
        }

        return !candidate.MayBeOfOneCa(served)
            ? candidate.IsVerified && !served.IsVerified ? null : ObjectProblemKind.WrongIssuer
            : IsOlder(candidate, served) ? ObjectProblemKind.Older : null;
    }

    private static bool IsOlder(DocumentFacts candidate, DocumentFacts served) =>
        candidate.CrlNumber is { } candidateNumber && served.CrlNumber is { } servedNumber
        && candidateNumber != servedNumber
            ? candidateNumber < servedNumber
            : candidate.ValidFrom < served.ValidFrom;
}

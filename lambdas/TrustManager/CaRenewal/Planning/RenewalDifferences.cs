using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>How a renewed certificate would differ from the present one, and what the settings say to that.</summary>
/// <param name="Refused">Not allowed: nothing is ordered.</param>
/// <param name="Allowed">Named in <c>renewal.allowChanges</c>.</param>
/// <param name="WithoutEffect">Named there, and no difference.</param>
internal sealed record RenewalDifferences(
    IReadOnlyList<SuccessorDifference> Refused,
    IReadOnlyList<SuccessorDifference> Allowed,
    IReadOnlyList<RenewalChange> WithoutEffect)
{
    private const string Setting = "certificateAuthority.renewal.allowChanges";

    /// <summary>True where a template has the present path length, so that another setting keeps it.</summary>
    private bool CanKeepPathLength { get; init; }

    /// <summary>None where there is no certificate to compare with.</summary>
    public static RenewalDifferences In(CaView view, ReissueSettings settings)
    {
        if (view.Certificate is not { } present)
        {
            return new RenewalDifferences([], [], []);
        }

        var former = ParsedCertificate.From(present);
        var all = SuccessorDifference.Expected(
            former,
            view.ParentCertificate is { } parent ? ParsedCertificate.From(parent) : null,
            settings);
        var allowed = all.ToLookup(difference => settings.AllowChanges.Contains(difference.Change));
        return new RenewalDifferences(
            [.. allowed[false]],
            [.. allowed[true]],
            [.. settings.AllowChanges.Except(all.Select(difference => difference.Change))])
        {
            CanKeepPathLength = former.PathLength <= SuccessorProfile.MaxPathLength,
        };
    }

    /// <summary>Null when nothing is refused.</summary>
    public RenewalRefusal? Refusal => Refused.Count == 0
        ? null
        : new RenewalRefusal(
            $"changes-{string.Join('-', Refused.Select(difference => RenewalChangeName.Of(difference.Change)))}",
            $"the renewed certificate would have {Texts(Refused)}. Nothing is ordered, since certificates below the CA "
                + $"may become invalid. {NextSteps()}")
        {
            IsKnownNow = true,
        };

    public IEnumerable<string> Notes() =>
    [
        .. Allowed.Count == 0
            ? []
            : new[] { $"the renewed certificate will have {Texts(Allowed)}: {Setting} allows it" },
        .. WithoutEffect.Count == 0
            ? []
            : new[]
            {
                $"{Setting} names {string.Join(", ", WithoutEffect.Select(RenewalChangeName.Of))}, in which the "
                    + "renewed certificate does not differ",
            },
    ];

    private static string Texts(IEnumerable<SuccessorDifference> differences) =>
        string.Join("; ", differences.Select(difference => difference.Text));

    private string NextSteps()
    {
        string[] settings =
        [
            .. Has(RenewalChange.PathLength) && CanKeepPathLength
                ? new[] { "set pathLength to the present one, or leave it out" }
                : [],
            .. Has(RenewalChange.Issuer)
                ? new[] { "name the present issuer as the parent" }
                : [],
            $"allow it with {Setting}: [{string.Join(", ", Refused.Select(Quoted).Distinct())}]",
        ];
        return $"In the environment file, {string.Join(", or ", settings)}, and deploy; or have the certificate "
            + "reissued as it is, from the CA's own request (GetCertificateAuthorityCsr), with another tool, and import it";
    }

    private bool Has(RenewalChange change) => Refused.Any(difference => difference.Change == change);

    private static string Quoted(SuccessorDifference difference) => $"\"{RenewalChangeName.Of(difference.Change)}\"";
}

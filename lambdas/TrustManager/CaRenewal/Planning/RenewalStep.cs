using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>One part of a renewal, which can be interrupted before and after it.</summary>
public abstract record RenewalStep
{
    /// <summary>What a person reads in the plan.</summary>
    public abstract string Describe();

    /// <summary>Has a CA issue the successor, from the CA's own request.</summary>
    public sealed record Order(CaArn Issuer, string Template, string SigningAlgorithm, RenewalTerm Term) : RenewalStep
    {
        /// <summary>What it takes over from the present certificate.</summary>
        public IReadOnlyList<CarriedExtension> Extensions { get; init; } = [];

        public override string Describe() =>
            $"have CA {Issuer.CaId} issue a certificate for the same key, valid until about {Term.End:yyyy-MM-dd}";
    }

    /// <summary>Checks what was issued, and makes it the CA's certificate.</summary>
    public sealed record Install(CaArn Issuer) : RenewalStep
    {
        public override string Describe() => "check what was issued, and import it as the CA's certificate";
    }
}

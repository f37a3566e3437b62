namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Why a certificate that names the last one of a path as its issuer may not follow it.</summary>
/// <param name="Weight">The heaviest is what people read: that a namesake did not sign explains least.</param>
/// <param name="Text">A sentence.</param>
internal sealed record Refusal(int Weight, string Text)
{
    private const int OtherKey = 0;
    private const int Unproven = 1;
    private const int NotAllowed = 2;

    public static Refusal? Of(PathEnd path, PathCertificate below, SignatureChecks signatures)
    {
        var (issuer, issued) = (path.Certificate.Parsed, below.Parsed);
        var between = $"{below.Describe()} names {path.Certificate.Describe()} as its issuer";
        if (path.Length == AnchorPaths.MaxLength)
        {
            return new Refusal(
                Unproven,
                $"{between}, which is {path.Length} certificates from a trust anchor already; longer paths are not "
                + "searched.");
        }

        if (IssuerSignature.IsForgeable(issued) && issuer.KeyThumbprint != issued.KeyThumbprint)
        {
            return new Refusal(
                Unproven,
                $"{between} and is signed with SHA-1, which can be forged. Have it issued again with SHA-256.");
        }

        return signatures.Verifies(issuer, issued) switch
        {
            true => path.Refusal(below) is { } refusal ? new Refusal(NotAllowed, refusal) : null,
            false => new Refusal(OtherKey, $"{between}, but its key did not make the signature."),
            null => new Refusal(
                Unproven,
                $"{between}, but the signature ({issued.SignatureAlgorithm}) cannot be verified "
                + "here."),
        };
    }
}

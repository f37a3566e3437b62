namespace Infra.TrustManager.Revocation;

/// <summary>One call that changes a CA's revocation settings.</summary>
public sealed record RevocationStep(RevocationSettings Before, RevocationSettings After);

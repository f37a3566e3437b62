using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;

namespace Infra.TrustManager.CaRenewal;

/// <summary>How a run ended.</summary>
/// <param name="Did">What was done, for a person; empty when nothing was.</param>
/// <param name="Failure">Null when all was done that was due.</param>
/// <param name="Skipped">True when another run was at work, which does and says everything.</param>
/// <param name="View">The CA at the end; null when it was not seen.</param>
/// <param name="Memory">Null when it could not be read.</param>
/// <param name="MessagesLost">Messages that could not be sent.</param>
public sealed record RenewalOutcome(
    IReadOnlyList<string> Did,
    RenewalFailure? Failure,
    bool Skipped,
    CaView? View,
    RenewalMemory? Memory,
    int MessagesLost);

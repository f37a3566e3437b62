using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CaRenewal;

/// <summary>One run: what it is for, and where it says how it goes.</summary>
/// <param name="At">The moment for which everything is decided: the function's clock as the run began.</param>
/// <param name="Request">Id of the invocation.</param>
public sealed record RenewalWork(DateTimeOffset At, string Request, Progress Progress, RequestLog Log);

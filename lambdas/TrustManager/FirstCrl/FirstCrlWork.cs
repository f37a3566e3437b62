using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.FirstCrl;

/// <summary>One attempt at a first CRL.</summary>
/// <param name="Request">The same id orders the same certificate, however often it is repeated.</param>
/// <param name="FinishBy">When waiting ends at the latest.</param>
public sealed record FirstCrlWork(string Request, Progress Progress, RequestLog Log, DateTimeOffset FinishBy);

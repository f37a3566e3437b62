using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CustomResources;

/// <summary>One request in work.</summary>
/// <param name="FinishBy">When the work is cancelled; whoever waits for something that is not essential stops
/// before.</param>
public sealed record ResourceWork(
    CustomResourceRequest Request, Progress Progress, RequestLog Log, DateTimeOffset FinishBy);

namespace Infra.Local.LoadBalancing.Responses;

/// <summary>Outcome of reading a response document: exactly one of the two is there.</summary>
/// <param name="Response">The answer for the client.</param>
/// <param name="Problem">Why there is none, for the person who wrote the function.</param>
public sealed record TargetReading(TargetResponse? Response, string? Problem);

namespace Infra.AwsJson.Tests;

/// <summary>What the service says to one call.</summary>
/// <param name="ErrorType">Value of the header <c>x-amzn-ErrorType</c>; null where there is none.</param>
internal sealed record Answer(int Status, string Body, string? ErrorType = null);

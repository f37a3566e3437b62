using Infra.Local.Iam;

namespace Infra.Local.Endpoint;

/// <summary>One API call that reached the endpoint.</summary>
/// <param name="Service">Signing name, such as <c>s3</c>.</param>
/// <param name="Operation">API operation, such as <c>GetObject</c>.</param>
/// <param name="Principal">Who signed it.</param>
/// <param name="RequestId">Unique; goes into the answer and into errors.</param>
public sealed record AwsCall(string Service, string Operation, Principal Principal, string RequestId);

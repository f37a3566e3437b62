using Microsoft.AspNetCore.Http;

namespace Infra.Local.Endpoint;

/// <summary>One AWS service behind the loopback endpoint.</summary>
public interface IAwsService
{
    /// <summary>Service name in the credential scope of a signature, such as <c>s3</c> or <c>acm-pca</c>.</summary>
    string SigningName { get; }

    /// <summary>Reads what <see cref="OperationOf"/> needs beyond the head of the request. Default: nothing.</summary>
    Task PrepareAsync(HttpRequest request) => Task.CompletedTask;

    /// <summary>The API operation that a request asks for, such as <c>GetObject</c>; faults and permissions go by it.</summary>
    string OperationOf(HttpRequest request);

    /// <summary>Checks permission, does the work and writes the answer; throws <see cref="AwsException"/> for a modelled error.</summary>
    Task HandleAsync(HttpContext http, AwsCall apiCall);

    /// <summary>Writes an error in this service's protocol.</summary>
    Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId);
}

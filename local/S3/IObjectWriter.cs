using Infra.Local.Iam;

namespace Infra.Local.S3;

/// <summary>Writes objects for other services, with the same checks as a call from outside.</summary>
public interface IObjectWriter
{
    /// <summary>PutObject in the name of <paramref name="caller"/>.</summary>
    /// <exception cref="Endpoint.AwsException"><c>NoSuchBucket</c>, <c>AccessDenied</c>, or an injected fault.</exception>
    Task PutAsync(string bucket, string key, ReadOnlyMemory<byte> body, Principal caller, CancellationToken cancellationToken);
}

using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.S3;

namespace Infra.Local.Tests.LoadBalancing;

/// <summary>Keeps what was written, by bucket and key; refuses all once <see cref="IsClosed"/>.</summary>
internal sealed class FakeBucket : IObjectWriter
{
    public Dictionary<string, Principal> Objects { get; } = [];

    public bool IsClosed { get; set; }

    public Task PutAsync(
        string bucket, string key, ReadOnlyMemory<byte> body, Principal caller, CancellationToken cancellationToken)
    {
        Objects[$"{bucket}/{key}"] = IsClosed ? throw new AwsException("AccessDenied", "no statement allows it.", 403) : caller;
        return Task.CompletedTask;
    }
}

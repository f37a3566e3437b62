namespace Infra.TrustManager.Memory;

/// <summary>The right to change a directory, so that two runs never interleave.</summary>
/// <param name="Holder">Id of the request.</param>
/// <param name="Until">After this the holder is dead: its invocation has ended.</param>
public sealed record TrustLease(string Holder, DateTimeOffset Until)
{
    public bool Keeps(string requestId, DateTimeOffset now) => Holder != requestId && now < Until;
}

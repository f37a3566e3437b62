using System.Security.Cryptography;

namespace Infra.Local.Tracing;

/// <summary>Trace ids in X-Ray's format.</summary>
public static class TraceId
{
    /// <summary>For example <c>Root=1-67891233-abcdef012345678912345678</c>: the time in seconds and 96 random bits.</summary>
    /// <param name="now">Time that goes into it.</param>
    /// <param name="field"><c>Root</c>, or <c>Self</c> for one that is added to a client's own.</param>
    public static string New(DateTimeOffset now, string field = "Root") =>
        $"{field}=1-{now.ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
}

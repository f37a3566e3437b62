using System.Security.Cryptography;

namespace Infra.Local.S3.Store;

/// <summary>The bytes of an object and what is kept with them.</summary>
/// <param name="Body">The bytes.</param>
public sealed record ObjectContent(ReadOnlyMemory<byte> Body)
{
    /// <summary>Strong entity tag: MD5 in hex in quotes, which Amazon's SDK checks downloads against.</summary>
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(Md5(Body.Span))}\"";

    /// <summary>Headers that come back with the object, such as <c>Content-Type</c> and <c>x-amz-meta-…</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Checksums of the upload by header name, such as <c>x-amz-checksum-crc32</c>.</summary>
    public IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>();

    public ServerSideEncryption Encryption { get; init; } = ServerSideEncryption.S3Managed;

    public CannedAcl Acl { get; init; } = CannedAcl.Private;

#pragma warning disable CA5351 // S3 defines the entity tag as MD5; nothing is protected by it.
    private static byte[] Md5(ReadOnlySpan<byte> body) => MD5.HashData(body);
#pragma warning restore CA5351
}

using System.Text;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.Memory;

public sealed class MemoryDocumentTests
{
    [Fact]
    public void A_memory_is_read_as_it_was_written()
    {
        var root = SomeTrust.Ca("Root");
        var written = SomeTrust.Remembering(SomeTrust.Ours(1, root), SomeTrust.Ours(null, root, CertificatePurpose.SmartCard, seen: "c-1")) with
        {
            Features = [new RememberedFeature(CertificatePurpose.Ldaps, FeatureStatus.EnableFailed)],
            Settled = new SettledTrust("F", SomeTrust.SmartCard("http://ocsp.example.com", root)),
            Attempt = new TrustAttempt("G", "request-1", 2),
            Lease = new TrustLease("request-1", SomeTrust.Now),
        };

        Assert.True(MemoryDocument.TryRead(MemoryDocument.Write(written), "here", out var read));

        Assert.Equal(MemoryDocument.Write(written), MemoryDocument.Write(read));
        Assert.Equal(written.Certificates[0].Certificate, read.Certificates[0].Certificate);
    }

    [Fact]
    public void What_an_earlier_release_left_out_is_read_from_the_certificate()
    {
        var ca = SomeCa.Root("Agency Root");
        var certificate = CaBundle.Read([("here", ca.Pem)]).Certificates[0];
        var earlier = Encoding.UTF8.GetString(MemoryDocument.Write(SomeTrust.Remembering(SomeTrust.Ours(1, certificate))))
            .Replace("\"subject\"", "\"left out\"", StringComparison.Ordinal)
            .Replace("\"keyThumbprint\"", "\"left out too\"", StringComparison.Ordinal);

        Assert.True(MemoryDocument.TryRead(Encoding.UTF8.GetBytes(earlier), "here", out var read));

        Assert.Equal("CN=Agency Root", read.Certificates[0].Certificate.Subject);
        Assert.True(read.Certificates[0].Certificate.IsUnderSameKey(certificate));
    }

    [Fact]
    public void Half_a_memory_is_none() =>
        Assert.False(MemoryDocument.TryRead(MemoryDocument.Write(SomeTrust.Remembering())[..50], "here", out _));

    [Fact]
    public void A_memory_of_a_newer_release_is_an_error_and_not_a_loss()
    {
        var newer = Encoding.UTF8.GetBytes("""{"version":2,"owner":{"stackId":"s","logicalId":"l"}}""");

        var error = Assert.Throws<ServiceException>(() => MemoryDocument.TryRead(newer, "s3://b/k", out _));

        Assert.Contains("s3://b/k has version 2", error.Message, StringComparison.Ordinal);
    }
}

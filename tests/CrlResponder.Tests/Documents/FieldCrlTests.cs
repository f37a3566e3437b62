using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Documents;

/// <summary>Lists that caused an outage, or would have.</summary>
public sealed class FieldCrlTests
{
    private static byte[] File(string name) =>
        System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Field", name));

    [Theory]
    [InlineData("served-but-openssl-refuses-issuer.crl")]
    [InlineData("served-but-openssl-refuses-entry-extensions.crl")]
    public void Damage_that_only_a_client_would_notice_is_noticed(string name)
    {
        Assert.Contains("not a DER", DocumentReader.Read(File(name), DocumentKind.Crl).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_another_ca_neither_replaces_nor_holds_back_the_right_one()
    {
        var desk = new Desk();
        desk.Time.Now = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
        desk.Store.Delete(Some.CertificateKey);
        desk.Store.Put(Some.CrlKey, File("f8-right-ca.crl"));
        await desk.GetAsync();
        desk.Store.Put(Some.CrlKey, File("f8-other-ca.crl"));
        desk.Wait();
        var meanwhile = await desk.GetAsync();
        var warnings = desk.LastObservation.Warnings;
        desk.Store.Put(Some.CrlKey, File("f8-right-ca.crl"));
        desk.Wait();
        var after = await desk.GetAsync();

        Assert.Equal(File("f8-right-ca.crl"), meanwhile.Bytes());
        Assert.Contains(CrlResponderMetrics.WrongIssuer, warnings);
        Assert.Equal(File("f8-right-ca.crl"), after.Bytes());
        Assert.DoesNotContain(CrlResponderMetrics.OlderObject, desk.LastObservation.Warnings);
    }
}

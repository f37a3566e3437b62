using System.Text;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Sources;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.Sources;

public sealed class ListedSourcesTests : IDisposable
{
    private readonly FakeAccount _account = new();
    private readonly FakeObjects _objects = [];

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Large_files_under_one_prefix_leave_enough_to_read_for_another()
    {
        var anchor = SomeCa.Root("Anchor");
        _objects["pki/anchor.pem"] = Encoding.UTF8.GetBytes(anchor.Pem);
        for (var number = 0; number < 4; number++)
        {
            _objects[$"junk/{number}.pem"] = new byte[CertificateObject.MaxBytes];
        }

        var admitted = await new ListedSources(_account.PrivateCa, _objects).ReadAsync(
            new PurposeProperties { S3Sources = [Place("junk/"), Place("pki/")], TrustAnchors = [anchor.Ca.Pem] },
            CertificatePurpose.Ldaps,
            SomeTrust.Remembering(),
            SomeCa.From.AddDays(100),
            CancellationToken.None);

        Assert.Equal("Anchor", Assert.Single(admitted.Certificates).CommonName);
    }

    private static S3Place Place(string prefix) => new("team-bucket", prefix, "111122223333");
}

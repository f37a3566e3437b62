using System.Text;
using Infra.Mutations;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.Sources;

/// <summary>Damaged objects of a source bucket: whatever they hold, reading and admitting them ends in a result.</summary>
public sealed class SourceMutationTests : IDisposable
{
    private static readonly SomeCa Anchor = SomeCa.Root("Anchor");

    private readonly FakeAccount _account = new();
    private readonly FakeObjects _objects = [];

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_damaged_object_is_admitted_or_withheld_and_harms_no_other()
    {
        var random = new Random(20261201);
        var chain = Anchor.Pem + Anchor.Issue("Issuing").Pem;
        byte[][] texts =
        [
            .. FieldFile.Names.Select(name => Encoding.Latin1.GetBytes(FieldFile.Pem(name))),
            Encoding.Latin1.GetBytes(chain),
        ];
        _objects["pki/good.pem"] = Encoding.Latin1.GetBytes(chain);
        var withheld = 0;
        for (var i = 0; i < 1000 * MutationCount.Factor; i++)
        {
            _objects["pki/damaged.pem"] = TextMutation.Of(texts[i % texts.Length], random);
            try
            {
                withheld += await ReadAsync() ? 1 : 0;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException(Convert.ToBase64String(_objects["pki/damaged.pem"]), exception);
            }
        }

        Assert.InRange(withheld, 100, 1000 * MutationCount.Factor);
    }

    /// <summary>True when something is withheld.</summary>
    private async Task<bool> ReadAsync()
    {
        var admitted = await new ListedSources(_account.PrivateCa, _objects).ReadAsync(
            new PurposeProperties
            {
                S3Sources = [new S3Place("team-bucket", "pki/", "111122223333")],
                TrustAnchors = [Anchor.Pem],
            },
            CertificatePurpose.Ldaps,
            SomeTrust.Remembering(),
            SomeCa.From.AddDays(100),
            CancellationToken.None);
        Assert.True(
            admitted.Certificates.Any(one => one.CommonName == "Issuing"),
            string.Join(" ", [.. admitted.Problems, .. admitted.Withheld.Select(one => one.ToString())]));
        return admitted.Withheld.Count > 0;
    }
}

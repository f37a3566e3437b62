using System.Text;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

public sealed class DirectoryTrustOutputsTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("\u6f22")]
    [InlineData("\ud83d\ude00")]
    public void A_text_is_cut_by_its_bytes_and_never_inside_a_character(string letter)
    {
        var stranger = Ca(string.Concat(Enumerable.Repeat(letter, 1000)));
        var memory = Remembering() with { Withheld = [new WithheldEntry(CertificatePurpose.Ldaps, Withheld(stranger), Now)] };

        var warning = DirectoryTrustOutputs.From(
            new TrustOutcome(State(on: true), [], Changed: false), memory, Ldaps(Ca("Root")))[DirectoryTrustOutputs.Warning];

        Assert.InRange(Encoding.UTF8.GetByteCount(warning), 797, 803);
        Assert.EndsWith(letter + "...", warning, StringComparison.Ordinal);
    }
}

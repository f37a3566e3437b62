using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaCertificates.Anchors;

namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

/// <summary>Compares with the platform's chain engine, which judges a certificate below each CA.</summary>
public sealed class ChainEngineTests
{
    private const int Trees = 60;

    [Fact]
    public void In_a_tree_a_CA_has_a_path_exactly_when_the_chain_engine_trusts_what_it_issues()
    {
        var (found, none) = (0, 0);

        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                var random = new Random(seed);
                var nodes = Tree(random);
                var certificates = nodes.Select((node, i) => node.ToCertificate(i)).ToList();

                var results = AnchorPaths.Find(
                    certificates, [certificates[0]], SomeAnchors.Now, CancellationToken.None);

                found += results.Count(result => result.Path is not null);
                none += results.Count(result => result.Path is null);
                return nodes.Zip(results).All(pair =>
                    EngineTrusts(pair.First, certificates) == pair.Second.Path is not null);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Trees));

        Assert.True(found > Trees && none > Trees / 2, $"{found} with a path, {none} without one: too one-sided");
    }

    /// <summary>One root, the anchor; below it each CA has a name and a key of its own.</summary>
    private static List<ForestNode> Tree(Random random)
    {
        var nodes = new List<ForestNode> { new(0, 0, 0, 0, Rarely(3) ? 2 : null, true, true, false, false, null) };
        for (var i = 1; i < 7; i++)
        {
            var issuer = random.Next(i);
            nodes.Add(new ForestNode(
                i,
                i,
                issuer,
                Rarely(12) ? 8 : issuer,
                Rarely(3) ? random.Next(2) : null,
                !Rarely(12),
                !Rarely(12),
                Rarely(12),
                IsLater: false,
                Rarely(5) ? random.Next(2) : null));
        }

        return nodes;

        bool Rarely(int times) => random.Next(times) == 0;
    }

    private static bool EngineTrusts(ForestNode issuer, List<CaCertificate> certificates)
    {
        using var leaf = Leaf(issuer);
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTimeIgnored = false;
        policy.VerificationTime = SomeAnchors.Now.LocalDateTime;
        policy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(certificates[0].Pem));
        policy.ExtraStore.AddRange(certificates.Select(one => X509Certificate2.CreateFromPem(one.Pem)).ToArray());
        return chain.Build(leaf);
    }

    /// <summary>Without a subject, which no constraint on directory names concerns.</summary>
    private static X509Certificate2 Leaf(ForestNode issuer)
    {
        var request = new CertificateRequest(
            new X500DistinguishedName(""), SomeKey.P256().Signer.PublicKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("dc1.corp.example.mil");
        request.CertificateExtensions.Add(names.Build(critical: true));
        return request.Create(
            new X500DistinguishedName(ForestNode.NameOf(issuer.Subject)),
            ForestNode.SignerOf(issuer.Key),
            SomeCa.From,
            SomeAnchors.Now.AddDays(900),
            [1, 2, 3]);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaCertificates.Anchors;

namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

/// <summary>Random hierarchies with cross-certificates, circles, namesakes and limits.</summary>
public sealed class AnchorForestTests
{
    private const int Names = 4;
    private const int Forests = 300;

    [Fact]
    public void A_path_is_found_exactly_when_one_exists()
    {
        var (found, none) = (0, 0);

        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                var random = new Random(seed);
                var nodes = Enumerable.Range(0, random.Next(3, 10)).Select(_ => Node(random)).Distinct().ToList();
                var anchors = nodes.Take(random.Next(1, 3)).ToList();
                var certificates = nodes.Select((node, i) => node.ToCertificate(i)).ToList();
                IReadOnlyList<CaCertificate> trusted =
                    [.. anchors.Select(anchor => certificates[nodes.IndexOf(anchor)])];

                var results = AnchorPaths.Find(certificates, trusted, SomeAnchors.Now, CancellationToken.None);

                found += results.Count(result => result.Path is not null);
                none += results.Count(result => result.Path is null);
                return nodes.Zip(results).All(pair =>
                    ReferencePaths.Exists(pair.First, nodes, anchors) == pair.Second.Path is not null
                    && pair.Second.Path is null == pair.Second.Reason is not null);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Forests));

        Assert.True(found > Forests && none > Forests, $"{found} with a path, {none} without one: too one-sided");
    }

    private static ForestNode Node(Random random)
    {
        var (subject, issuer) = (random.Next(Names), random.Next(Names));
        var isExpired = Rarely(12);
        return new ForestNode(
            subject,
            KeyOf(subject, random),
            issuer,
            KeyOf(issuer, random),
            Rarely(2) ? random.Next(2) : null,
            IsCa: !Rarely(12),
            MaySign: !Rarely(12),
            isExpired,
            IsLater: !isExpired && Rarely(12),
            Rarely(5) ? random.Next(2) : null);

        bool Rarely(int times) => random.Next(times) == 0;
    }

    /// <summary>Most CAs of one name have one key.</summary>
    private static int KeyOf(int name, Random random) => random.Next(6) == 0 ? Names + random.Next(2) : name;
}

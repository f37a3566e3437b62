using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Directories;

namespace Infra.Cdk.Tests.Configuration;

public sealed class CertificateFilesTests
{
    private const string Chain = "environments/certificates/local-smart-card.pem";

    private const string ChosenFile = "environments/certificates/chosen.pem";

    private static string ChainText => File.ReadAllText(Path.Combine(Some.RepositoryFolder, Chain));

    [Fact]
    public void A_file_of_several_certificates_is_read_root_first()
    {
        var smartCard = Some.Settings.Directories[0].SmartCard!;

        Assert.Equal(
            ["Local Smart Card Root CA", "Local Smart Card Policy CA", "Local Smart Card Issuing CA"],
            smartCard.Certificates.Certificates.Select(certificate => certificate.CommonName));
    }

    [Fact]
    public void A_missing_issuer_is_named_with_the_file_that_needs_it()
    {
        var problem = Assert.Single(ProblemsWith(WithoutRoot(), OnlyFile()));

        Assert.Equal("directories[0].smartCard.certificateSources", problem.Path);
        Assert.Contains("Local Smart Card Root CA", problem.Next, StringComparison.Ordinal);
        Assert.Contains(ChosenFile, problem.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issuer_may_come_from_a_source_that_is_read_later()
    {
        var settings = With(WithoutRoot(), [.. OnlyFile(), new JsonObject { ["ownCertificateAuthority"] = true }]);

        Assert.Equal(2, settings.Directories[0].SmartCard!.Certificates.Certificates.Count);
    }

    [Theory]
    [InlineData("not a certificate")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void A_file_that_holds_anything_else_is_refused_by_name(string text)
    {
        var problem = Assert.Single(ProblemsWith(text, OnlyFile()));

        Assert.Contains(ChosenFile, problem.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_ca_certificates_fill_is_not_read()
    {
        var problem = Assert.Single(ProblemsWith(new string('x', (1024 * 1024) + 1), OnlyFile()));

        Assert.Equal("directories[0].smartCard.certificateSources[0].pemFile", problem.Path);
    }

    [Fact]
    public void More_certificates_than_an_event_can_carry_are_answered_with_the_other_source()
    {
        var directory = Some.Settings.Directories[0];
        var one = directory.SmartCard!.Certificates.Certificates[0];
        var large = one with { Pem = one.Pem + new string('\n', InlineLimits.MaxDirectoryLength) };

        var settings = Some.Settings with
        {
            Directories = [directory with { SmartCard = directory.SmartCard with { Certificates = new([large], []) } }],
        };

        Assert.Contains(settings.Problems(), problem => problem.Path == "directories[0]"
            && problem.Next.Contains("s3", StringComparison.Ordinal));
    }

    private static string WithoutRoot() => ChainText[ChainText.IndexOf("-----BEGIN", 10, StringComparison.Ordinal)..];

    private static JsonNode[] OnlyFile() => [new JsonObject { ["pemFile"] = "certificates/chosen.pem" }];

    private static IReadOnlyCollection<SettingProblem> ProblemsWith(string text, JsonNode[] sources) =>
        Assert.Throws<InvalidEnvironmentException>(() => With(text, sources)).Problems;

    private static EnvironmentSettings With(string text, JsonNode[] sources)
    {
        var document = Some.Document();
        document["directories"]![0]!["smartCard"]!["certificateSources"] = new JsonArray(sources);
        using var repository = new TemporaryRepository().WithFile(ChosenFile, text).With("edited", document);
        return repository.Environments.Read("edited");
    }
}

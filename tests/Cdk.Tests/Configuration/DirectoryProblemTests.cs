using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

/// <summary>Environment <c>local</c> lists an AD Connector with smart cards and a Managed AD with LDAPS.</summary>
public sealed class DirectoryProblemTests
{
    private const string Sources = "directories[0].smartCard.certificateSources";

    private const string Anchors = "directories[0].smartCard.trustAnchors";

    private static readonly string CaElsewhere = Some.CaArn.Replace("us-east-1", "us-west-2", StringComparison.Ordinal);

    public static TheoryData<Problem> EveryProblem =>
    [
        // Shape.
        new("directories[0].name", ""),
        new("directories[0].directoryId", ""),
        new("directories[0].directoryType", ""),
        new("directories[0].smartcard", "{}"),
        new("directories[0].adoptRegistered", "\"no\""),
        new("directories[0].smartCard", "[]"),
        new(Sources, ""),
        new(Sources, "[]"),
        new(Sources, "[{}]", $"{Sources}[0]"),
        new(Sources, """[{ "pemFile": "certificates/local-ldaps.pem", "ownCertificateAuthority": true }]""", $"{Sources}[0]"),
        new("directories[1].ldaps.ocspUrl", "\"http://ocsp.example.mil\""),

        // Values.
        new("directories[0].name", "\"Desktops\""),
        new("directories[0].name", "\"two--hyphens\""),
        new("directories[0].directoryId", "\"d-012345678\""),
        new("directories[0].directoryId", "\"D-0123456789\""),
        new("directories[0].directoryType", "\"SimpleAD\""),
        new(Sources, """[{ "pemFile": "../local.json" }]""", $"{Sources}[0].pemFile"),
        new(Sources, """[{ "pemFile": "certificates/../../cdk.json" }]""", $"{Sources}[0].pemFile"),
        new(Sources, """[{ "pemFile": "/etc/ssl/cert.pem" }]""", $"{Sources}[0].pemFile"),
        new(Sources, """[{ "pemFile": "C:\\cas.pem" }]""", $"{Sources}[0].pemFile"),
        new(Sources, """[{ "pemFile": "certificates" }]""", $"{Sources}[0].pemFile"),
        new(Sources, """[{ "pemFile": "certificates/nowhere.pem" }]""", $"{Sources}[0].pemFile"),
        new(Sources, """[{ "ownCertificateAuthority": false }]""", $"{Sources}[0].ownCertificateAuthority"),
        new(Sources, """[{ "certificateAuthorityArn": "arn" }]""", $"{Sources}[0].certificateAuthorityArn"),
        new("directories[0].smartCard.allowGapFor", "[\"\"]", "directories[0].smartCard.allowGapFor[0]"),
        new("directories[0].smartCard.enabled", "\"yes\""),
        new("directories[0].rotation", "\"daily\""),
        new("directories[0].rotation.every", "\"day\""),
        new("directories[0].rotation.mode", "\"manual\""),
        new("directories[0].rotation.overlapDays", "-1"),
        new("directories[0].rotation.overlapDays", "91"),
        new("directories[0].rotation.schedule", "\"daily\""),

        // Rules between settings.
        new("directories[0].smartCard", "", "directories[0]"),
        new("directories[0].directoryType", "\"MicrosoftAD\"", "directories[0].smartCard"),
        new("directories[0].smartCard.ocspUrl", "\"https://ocsp.example.mil\""),
        new("directories[0].smartCard.ocspUrl", "\"http://ocsp.corp.local\""),
        new("directories[1].directoryId", "\"d-0123456789\""),
        new("directories[1].name", "\"smart-card-sign-in\""),
        new("directories[1].name", "\"smartcard-signin\""),
        new(Sources, """[{ "s3": { "bucketName": "pki", "prefix": "cas/" } }]""", Anchors),
        new(Anchors, """[{ "pemFile": "certificates/local-ldaps.pem" }]"""),
        new(Sources, $$"""[{ "certificateAuthorityArn": "{{CaElsewhere}}" }]""", $"{Sources}[0].certificateAuthorityArn"),
    ];

    [Theory]
    [MemberData(nameof(EveryProblem))]
    public void Each_problem_is_reported_once_at_its_place(Problem problem)
    {
        var document = Some.Document();
        problem.ApplyTo(document);

        var reported = Assert.Single(ProblemsOf(document));

        Assert.Equal(problem.Path, reported.Path);
        Assert.All([reported.Found, reported.Allowed, reported.Next], part => Assert.NotEqual("", part));
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var document = Some.Document();
        Problem[] problems =
        [
            new("directories[0].directoryType", "\"MicrosoftAD\"", "directories[0].smartCard"),
            new("directories[0].smartCard.ocspUrl", "\"ftp://ocsp.example.mil\""),
            new("directories[1].directoryId", "\"d-0123456789\""),
            new(Sources, """[{ "pemFile": "no.pem" }]""", $"{Sources}[0].pemFile"),
        ];
        foreach (var problem in problems)
        {
            problem.ApplyTo(document);
        }

        Assert.Equal(
            problems.Select(problem => problem.Path).Order(),
            ProblemsOf(document).Select(problem => problem.Path).Order());
    }

    [Fact]
    public void More_directories_than_a_template_has_room_for_are_refused()
    {
        var document = Some.Document();
        document["directories"] = new JsonArray([.. Enumerable.Range(0, 21).Select(i => JsonNode.Parse(
            $$"""
            {
              "name": "n{{i}}", "directoryId": "d-{{i:d10}}", "directoryType": "MicrosoftAD",
              "ldaps": { "certificateSources": [{ "ownCertificateAuthority": true }] }
            }
            """))]);

        Assert.Equal("directories", Assert.Single(ProblemsOf(document)).Path);
    }

    [Fact]
    public void Smart_cards_outside_the_regions_that_know_them_are_answered_with_those_that_do()
    {
        var document = Some.Document();
        document["region"] = "eu-central-1";

        var problem = Assert.Single(ProblemsOf(document));

        Assert.Equal("directories[0].smartCard", problem.Path);
        Assert.Contains("us-gov-east-1", problem.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ca_of_another_account_can_be_trusted()
    {
        var document = Some.Document();
        var arn = Some.CaArn.Replace("111122223333", "444455556666", StringComparison.Ordinal);
        new Problem(Sources, $$"""[{ "certificateAuthorityArn": "{{arn}}" }]""").ApplyTo(document);
        using var repository = new TemporaryRepository().With("edited", document);

        var source = Assert.Single(repository.Environments.Read("edited").Directories[0].SmartCard!.CertificateSources);

        Assert.Equal(arn, source.CertificateAuthorityArn);
    }

    private static IReadOnlyCollection<SettingProblem> ProblemsOf(JsonNode document)
    {
        using var repository = new TemporaryRepository().With("edited", document);
        return Assert.Throws<InvalidEnvironmentException>(() => repository.Environments.Read("edited")).Problems;
    }
}

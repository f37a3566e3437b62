using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

public sealed class EnvironmentProblemTests
{
    private const string CompleteFormer = $"\"arn\": \"{Some.CaArn}\", \"crlType\": \"COMPLETE\"";

    private static readonly string LongName = Problem.Text(new string('x', 65));

    public static TheoryData<Problem> EveryProblem =>
    [
        // Shape.
        new("acount", "1"),
        new("network.subnets", "[]"),
        new("account", ""),
        new("network", ""),
        new("network", "[]"),
        new("network.vpcId", ""),
        new("certificateAuthority.subject.commonName", ""),
        new("account", "111122223333"),
        new("account", "null"),
        new("network.clientCidrs", "\"10.0.0.0/8\""),
        new("crlDistribution.maxAgeSeconds", "\"3600\""),
        new("crlDistribution.maxAgeSeconds", "3600.5"),
        new("crlDistribution.deletionProtection", "\"yes\""),
        new("tags", "[\"a\"]"),
        new("tags.owner", "7"),

        // Values.
        new("account", "\"11112222333\""),
        new("account", "\"111122223333\\n\""),
        new("region", "\"us-east\""),
        new("region", "\"cn-north-1\""),
        new("region", "\"us-iso-east-1\""),
        new("network.vpcId", "\"vpc-xyz\""),
        new("network.loadBalancerSubnetIds", "[\"subnet-0a1b2c3d4e5f60711\"]"),
        new("network.loadBalancerSubnetIds", "[\"subnet-0a1b2c3d\", \"subnet-1\"]", "network.loadBalancerSubnetIds[1]"),
        new("network.loadBalancerSubnetIds", "[\"subnet-0a1b2c3d\", \"subnet-0a1b2c3d\"]", "network.loadBalancerSubnetIds[1]"),
        new("network.clientCidrs", "[]"),
        new("network.clientCidrs", $"[{string.Join(',', Enumerable.Range(0, 61).Select(i => $"\"10.{i}.0.0/16\""))}]"),
        new("network.clientCidrs", "[\"10.0.0.0\"]", "network.clientCidrs[0]"),
        new("network.clientCidrs", "[\"10.0.0.0/33\"]", "network.clientCidrs[0]"),
        new("network.clientCidrs", "[\"010.0.0.0/8\"]", "network.clientCidrs[0]"),
        new("network.clientCidrs", "[\"fd00::/8\"]", "network.clientCidrs[0]"),
        new("network.clientCidrs", "[\"10.0.0.0/8\", \"0.0.0.0/0\"]", "network.clientCidrs[1]"),
        new("network.clientCidrs", "[\"8.0.0.0/7\"]", "network.clientCidrs[0]"),
        new("network.clientCidrs", "[\"10.20.0.1/16\"]", "network.clientCidrs[0]"),
        new("network.functionSubnetIds", "[]"),
        new("crlDistribution.maxAgeSeconds", "59"),
        new("crlDistribution.maxAgeSeconds", "86401"),
        new("crlDistribution.revalidateAfterSeconds", "0"),
        new("crlDistribution.supersededVersionDays", "0"),
        new("crlDistribution.kmsKeyArn", "\"alias/crl\""),
        new("crlDistribution.customPath", "\"/leading\""),
        new("crlDistribution.customPath", "\"a/../b\""),
        new("crlDistribution.customPath", "\"a,b\""),
        new("crlDistribution.accessLogs.retentionDays", "0"),
        new("crlDistribution.dns", Some.Dns(zoneName: "http://corp.example.com").ToJsonString(), "crlDistribution.dns.zoneName"),
        new("crlDistribution.dns", Some.Dns(zoneName: "corp.example.com.").ToJsonString(), "crlDistribution.dns.zoneName"),
        new("crlDistribution.dns", Some.Dns(recordName: "CRL").ToJsonString(), "crlDistribution.dns.recordName"),
        new("certificateAuthority.mode", "\"import\""),
        new("certificateAuthority.omitExtension", "true"),
        new("certificateAuthority.usageMode", "\"SHORT\""),
        new("certificateAuthority.keyAlgorithm", "\"RSA_1024\""),
        new("certificateAuthority.signingAlgorithm", "\"SHA1WITHRSA\""),
        new("certificateAuthority.subject.commonName", "\"\""),
        new("certificateAuthority.subject.commonName", LongName),
        new("certificateAuthority.subject.organization", LongName),
        new("certificateAuthority.subject.organizationalUnit", LongName),
        new("certificateAuthority.subject.country", "\"USA\""),
        new("certificateAuthority.subject.state", Problem.Text(new string('x', 129))),
        new("certificateAuthority.subject.locality", Problem.Text(new string('x', 129))),
        new("certificateAuthority.validityYears", "31"),
        new("certificateAuthority.crlExpirationDays", "0"),
        new("certificateAuthority.crlExpirationDays", "5001"),
        new("certificateAuthority.crlType", "\"DELTA\""),
        new("functions.runtime", "\"dotnet8\""),
        new("functions.architecture", "\"x64\""),
        new("functions.memoryMegabytes", "127"),
        new("functions.reservedConcurrency", "0"),
        new("functions.logRetentionDays", "31"),
        new("tags.aws:owner", "\"us\""),

        // Rules between settings.
        new("certificateAuthority.signingAlgorithm", "\"SHA256WITHECDSA\""),
        new("certificateAuthority.keyAlgorithm", "\"EC_prime256v1\"", "certificateAuthority.signingAlgorithm"),
        new("certificateAuthority.crlType", "\"PARTITIONED\"", "crlDistribution.customPath"),
        new("crlDistribution.customPath", "\"partitions\""),
        new("formerCertificateAuthorities", Former("\"arn\": \"x\", \"crlType\": \"COMPLETE\""), "formerCertificateAuthorities[0].arn"),
        new("formerCertificateAuthorities", Former($"\"arn\": \"{Some.CaArn}\""), "formerCertificateAuthorities[0].crlType"),
        new(
            "formerCertificateAuthorities",
            Former($"\"crlType\": \"COMPLETE\", \"arn\": \"{Some.CaArn.Replace("us-east-1", "us-west-2", StringComparison.Ordinal)}\""),
            "formerCertificateAuthorities[0].arn"),
        new(
            "formerCertificateAuthorities",
            $"[{Entry(CompleteFormer)}, {Entry($"{CompleteFormer}, \"restoreBucketName\": \"bucket\"")}]",
            "formerCertificateAuthorities[1].arn"),
        new(
            "formerCertificateAuthorities",
            Former($"\"arn\": \"{Some.CaArn}\", \"crlType\": \"PARTITIONED\""),
            "crlDistribution.customPath"),
        new("certificateAuthority.crlExpirationDays", "31", "crlDistribution.supersededVersionDays"),
        new("crlDistribution.maxAgeSeconds", "60", "crlDistribution.revalidateAfterSeconds"),
        new("region", "\"us-west-2\"", "crlDistribution.kmsKeyArn"),
        new("region", "\"us-gov-west-1\"", "crlDistribution.kmsKeyArn"),
        new("crlDistribution.dns", Some.Dns(recordName: string.Join('.', Enumerable.Repeat(new string('x', 60), 4))).ToJsonString(),
            "crlDistribution.dns.recordName"),
    ];

    [Theory]
    [InlineData("aia", "aia/")]
    [InlineData("ca-renewal", "ca-renewal/")]
    [InlineData("trust-manager/crls", "trust-manager/")]
    public void Crls_do_not_lie_where_functions_keep_state(string customPath, string taken)
    {
        var problem = Assert.Single((Some.Settings.CrlDistribution with { CustomPath = customPath }).Problems());

        Assert.Equal("crlDistribution.customPath", problem.Path);
        Assert.Contains($"under {taken},", problem.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Partitions_do_not_lie_among_complete_crls()
    {
        var problem = Assert.Single((Some.Settings.CrlDistribution with { CustomPath = "crl" }).Problems());

        Assert.Equal("crlDistribution.customPath", problem.Path);
        Assert.Contains("Complete CRLs lie in crl", problem.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aia2")]
    [InlineData("crl/trust-manager")]
    public void Crls_may_lie_beside_what_functions_keep(string customPath) =>
        Assert.Empty((Some.Settings.CrlDistribution with { CustomPath = customPath }).Problems());

    [Theory]
    [MemberData(nameof(EveryProblem))]
    public void Each_problem_is_reported_once_at_its_place(Problem problem)
    {
        var document = Valid();
        problem.ApplyTo(document);

        var reported = Assert.Single(ProblemsOf(document));

        Assert.Equal(problem.Path, reported.Path);
        Assert.All([reported.Found, reported.Allowed, reported.Next], part => Assert.NotEqual("", part));
    }

    public static TheoryData<string, Problem> EveryProblemOfAMode => new()
    {
        { "local", new("certificateAuthority.usageMode", "") },
        { "local", new("certificateAuthority.subject", "") },
        { "local", new("certificateAuthority.arn", Problem.Text(Some.CaArn)) },
        { "local", new("certificateAuthority.restoreBucketName", "\"crls\"") },
        { "local", new("certificateAuthority.restoreCustomPath", "\"old\"") },
        { "local", new("certificateAuthority.restoreOnDelete", "true") },
        { "local", new("certificateAuthority.parentCertificateAuthorityArn", Problem.Text(Some.CaArn)) },
        { "local", new("certificateAuthority.pathLength", "0") },
        { "local-subordinate", new("certificateAuthority.parentCertificateAuthorityArn", "") },
        { "local-subordinate", new("certificateAuthority.parentCertificateAuthorityArn", Problem.Text(Some.CaArn + "/certificate/1")) },
        { "local-subordinate", new("certificateAuthority.parentCertificateAuthorityArn", Problem.Text(Some.CaArn.Replace("us-east-1", "us-west-2", StringComparison.Ordinal))) },
        { "local-subordinate", new("certificateAuthority.validityYears", "") },
        { "local-subordinate", new("certificateAuthority.pathLength", "4") },
        { "local-subordinate", new("certificateAuthority.pathLength", "1") },
        { "local-subordinate", new("certificateAuthority.restoreOnDelete", "true") },
        { "local-subordinate", new("certificateAuthority.signingAlgorithm", "\"SHA256WITHECDSA\"") },
        { "local-existing", new("certificateAuthority.arn", "") },
        { "local-existing", new("certificateAuthority.arn", "\"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\"") },
        { "local-existing", new("certificateAuthority.arn", Problem.Text(Some.CaArn.Replace("us-east-1", "us-west-2", StringComparison.Ordinal))) },
        { "local-existing", new("certificateAuthority.arn", Problem.Text(Some.CaArn.Replace("111122223333", "444455556666", StringComparison.Ordinal))) },
        { "local-existing", new("certificateAuthority.arn", Problem.Text(Some.CaArn.Replace("arn:aws:", "arn:aws-us-gov:", StringComparison.Ordinal))) },
        { "local-existing", new("certificateAuthority.restoreBucketName", "\"s3://crls\"") },
        { "local-existing", new("certificateAuthority.restoreCustomPath", "\"old/\"") },
        { "local-existing", new("certificateAuthority.restoreOnDelete", "\"no\"") },
        { "local-existing", new("certificateAuthority.keyAlgorithm", "\"RSA_2048\"") },
        { "local-existing", new("certificateAuthority.validityYears", "10") },
        { "local-existing", new("certificateAuthority.pathLength", "0") },
        { "local-existing", new("certificateAuthority.parentCertificateAuthorityArn", Problem.Text(Some.CaArn)) },
        { "local-existing", new("certificateAuthority.crlExpirationDays", "5001") },
    };

    [Theory]
    [MemberData(nameof(EveryProblemOfAMode))]
    public void Each_problem_of_a_mode_is_reported_once_at_its_place(string environment, Problem problem)
    {
        var document = Some.Document(environment);
        problem.ApplyTo(document);

        Assert.Equal(problem.Path, Assert.Single(ProblemsOf(document)).Path);
    }

    [Fact]
    public void A_parent_may_be_in_another_account()
    {
        var document = Some.Document("local-subordinate");
        var parent = Some.CaArn.Replace("111122223333", "444455556666", StringComparison.Ordinal);
        new Problem("certificateAuthority.parentCertificateAuthorityArn", Problem.Text(parent)).ApplyTo(document);
        using var repository = new TemporaryRepository().With("edited", document);

        Assert.Equal(parent, repository.Environments.Read("edited").CertificateAuthority.ParentCertificateAuthorityArn);
    }

    [Fact]
    public void All_problems_of_the_wrong_mode_are_reported_at_once()
    {
        var document = Some.Document();
        new Problem("certificateAuthority.mode", "\"existing\"").ApplyTo(document);

        Assert.Equal(
            ["arn", "keyAlgorithm", "signingAlgorithm", "subject", "usageMode"],
            ProblemsOf(document).Select(problem => problem.Path.Replace("certificateAuthority.", "", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var document = Valid();
        Problem[] problems =
        [
            new("acount", "1"),
            new("account", ""),
            new("network.vpcId", "7"),
            new("network.clientCidrs", "[\"0.0.0.0/0\"]", "network.clientCidrs[0]"),
            new("crlDistribution.maxAgeSeconds", "1"),
            new("certificateAuthority.signingAlgorithm", "\"SHA256WITHECDSA\""),
            new("functions.logRetentionDays", "31"),
        ];
        foreach (var problem in problems)
        {
            problem.ApplyTo(document);
        }

        var reported = ProblemsOf(document);

        Assert.Equal(problems.Select(problem => problem.Path).Order(), reported.Select(problem => problem.Path).Order());
    }

    [Fact]
    public void A_rule_between_settings_is_not_held_against_a_setting_that_is_wrong_itself()
    {
        var document = Valid();
        new Problem("certificateAuthority.keyAlgorithm", "\"RSA_1024\"").ApplyTo(document);
        new Problem("certificateAuthority.signingAlgorithm", "\"SHA256WITHECDSA\"").ApplyTo(document);

        Assert.Equal("certificateAuthority.keyAlgorithm", Assert.Single(ProblemsOf(document)).Path);
    }

    [Fact]
    public void An_empty_file_is_answered_with_every_required_member()
    {
        var reported = ProblemsOf(new JsonObject());

        Assert.Equal(["account", "region", "network", "certificateAuthority"], reported.Select(problem => problem.Path));
    }

    [Fact]
    public void A_file_that_holds_no_object_is_one_problem() =>
        Assert.Equal("(whole file)", Assert.Single(ProblemsOf(new JsonArray())).Path);

    [Fact]
    public void A_message_tells_the_place_the_value_seen_what_is_allowed_and_what_to_do()
    {
        var document = Valid();
        new Problem("certificateAuthority.crlExpirationDays", "5001").ApplyTo(document);
        using var repository = new TemporaryRepository().With("edited", document);

        var message = Assert.Throws<InvalidEnvironmentException>(() => repository.Environments.Read("edited")).Message;

        Assert.Contains("environments/edited.json has 1 problem; nothing was synthesized:", message, StringComparison.Ordinal);
        Assert.Contains(
            "certificateAuthority.crlExpirationDays: found 5001; allowed: a whole number from 1 to 5000. Correct it. Time from",
            message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_tags_than_a_resource_can_have_are_refused()
    {
        var document = Valid();
        document["tags"] = new JsonObject(
            Enumerable.Range(0, 49).Select(i => KeyValuePair.Create<string, JsonNode?>($"tag{i}", "value")));

        Assert.Equal("tags", Assert.Single(ProblemsOf(document)).Path);
    }

    /// <summary>A valid document in which every rule between settings has something to compare.</summary>
    private static JsonObject Valid()
    {
        var document = Some.Document();
        document["crlDistribution"] = new JsonObject { ["revalidateAfterSeconds"] = 61, ["maxAgeSeconds"] = 3600, ["kmsKeyArn"] = Some.KmsKeyArn };
        return document;
    }

    private static IReadOnlyCollection<SettingProblem> ProblemsOf(JsonNode document)
    {
        using var repository = new TemporaryRepository().With("edited", document);
        return Assert.Throws<InvalidEnvironmentException>(() => repository.Environments.Read("edited")).Problems;
    }

    private static string Former(string members) => $"[{Entry(members)}]";

    private static string Entry(string members) => $"{{ {members} }}";
}

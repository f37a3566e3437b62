using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Directories;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>As many directories as an environment may list, with every kind of source and with notifications.</summary>
[Collection(Synthesis.Collection)]
public sealed partial class TwentyDirectoriesTests(Synthesis synthesis)
{
    /// <summary>CloudFormation's limit is 500 ("Understand CloudFormation quotas"); the rest is for what is still to come.</summary>
    private const int MaxResources = 450;

    /// <summary>CloudFormation's limit, in bytes.</summary>
    private const int MaxTemplate = 1_000_000;

    /// <summary>All inline policies of a role, in characters without blanks ("IAM and AWS STS quotas").</summary>
    private const int MaxPolicies = 10_240;

    /// <summary>All variables of a function, in bytes ("Lambda quotas").</summary>
    private const int MaxVariables = 4096;

    /// <summary>Outputs of a template.</summary>
    private const int MaxOutputs = 200;

    [Fact]
    public void Twenty_directories_keep_every_limit_of_aws()
    {
        var template = synthesis.Of(Twenty()).DirectoryTrust!;
        var functions = template.All("AWS::Lambda::Function").Select(function => function["Properties"]!).ToList();

        Assert.Equal((2 * 20) + 1, functions.Count);
        Assert.Equal(3 * 20, template.All("AWS::Events::Rule").Count());
        Assert.InRange(template.Resources.Count(), 1, MaxResources);
        Assert.InRange(template.Outputs.Count, 1, MaxOutputs);
        Assert.InRange(Encoding.UTF8.GetByteCount(template.Text), 1, MaxTemplate);
        Assert.All(template.All("AWS::IAM::Role"), role => Assert.InRange(
            ((JsonArray)role["Properties"]!["Policies"]!).Sum(policy => Length(policy!["PolicyDocument"])), 1, MaxPolicies));
        Assert.All(functions, function => Assert.InRange(
            function["Environment"]!["Variables"]!.ToJsonString().Length, 1, MaxVariables));
    }

    /// <summary>The rule about the environment file estimates what the test above measures; it must not guess too low.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(250)]
    public void As_many_sources_as_an_environment_may_name_fit_into_the_policies_of_one_role(int prefixLength)
    {
        var settings = Twenty();
        var prefixes = 0;
        for (var next = settings; !SourceLimits.Problems(next.Directories).Any(); prefixes++)
        {
            settings = next;
            next = WithFolder(settings, prefixes % 20, $"{prefixes.ToString("d3").PadLeft(prefixLength, 'p')}/");
        }

        var template = synthesis.Of(settings).DirectoryTrust!;

        Assert.InRange(prefixes, 1, 100);
        Assert.All(template.All("AWS::IAM::Role"), role => Assert.InRange(
            ((JsonArray)role["Properties"]!["Policies"]!).Sum(policy => Length(policy!["PolicyDocument"])), 1, MaxPolicies));
    }

    private static EnvironmentSettings WithFolder(EnvironmentSettings settings, int directory, string prefix) => settings with
    {
        Directories =
        [
            .. settings.Directories.Select((one, index) => index == directory
                ? one with { SmartCard = With(one.SmartCard!, prefix) }
                : one),
        ],
    };

    /// <summary>In characters, as AWS counts them; what only a deployment knows is as long as the ARN of a CA.</summary>
    private static int Length(JsonNode? node) => node switch
    {
        JsonObject reference when reference.Count == 1 && IsFunction(reference.First().Key) =>
            2 + Unknown().Replace(Texts.Joined(reference), Some.CaArn).Length,
        JsonObject members => 1 + members.Sum(member => member.Key.Length + 4 + Length(member.Value)),
        JsonArray items => 1 + items.Sum(item => 1 + Length(item)),
        _ => node!.ToJsonString().Length,
    };

    private static bool IsFunction(string name) => name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal);

    private static EnvironmentSettings Twenty()
    {
        var settings = Some.Environments.Read("local-rotation");
        var purpose = settings.Directories[0].SmartCard! with
        {
            CertificateSources =
            [
                .. Some.Settings.Directories[0].SmartCard!.CertificateSources,
                new CertificateSourceSettings { OwnCertificateAuthority = true },
                new CertificateSourceSettings { CertificateAuthorityArn = Some.CaArn },
            ],
            Certificates = Some.Settings.Directories[0].SmartCard!.Certificates,
        };
        return settings with
        {
            Directories =
            [
                .. Enumerable.Range(0, 20).Select(number => settings.Directories[0] with
                {
                    Name = $"directory-{(char)('a' + number)}",
                    DirectoryId = $"d-{number:x10}",
                    SmartCard = With(purpose, $"smart-cards-{number}/"),
                    Ldaps = With(purpose, $"domain-controllers-{number}/"),
                }),
            ],
        };
    }

    private static DirectoryPurposeSettings With(DirectoryPurposeSettings purpose, string prefix) => purpose with
    {
        OcspUrl = null,
        CertificateSources =
        [
            .. purpose.CertificateSources,
            new CertificateSourceSettings { S3 = new S3SourceSettings { BucketName = "example-pki", Prefix = prefix } },
        ],
    };

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Unknown();
}

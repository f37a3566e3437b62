using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed partial class EveryTemplateTests(Synthesis synthesis)
{
    public static TheoryData<string> Environments => new(Some.Environments.Names());

    [Theory]
    [InlineData("local", "CaRead", "CaRenewal", "CaRevocation", "DirectoryRead", "DirectoryReconcile", "DirectoryReconcile", "DirectoryTrust", "DirectoryTrust", "FirstCrl", "bootstrap")]
    [InlineData("local-existing", "CaRead", "CaRenewal", "CaRevocation", "FirstCrl", "bootstrap")]
    [InlineData("local-rotation", "CaRead", "CaRenewal", "CaRevocation", "DirectoryRead", "DirectoryReconcile", "DirectoryReconcile", "DirectoryTrust", "DirectoryTrust", "FirstCrl", "bootstrap")]
    [InlineData("local-subordinate", "CaActivation", "CaRead", "CaRenewal", "CaRevocation", "FirstCrl", "bootstrap")]
    [InlineData("example-us-east-1", "CaRead", "CaRenewal", "CaRevocation", "DirectoryRead", "DirectoryReconcile", "DirectoryTrust", "FirstCrl", "bootstrap")]
    [InlineData("example-us-gov-west-1", "CaRead", "CaRenewal", "CaRevocation", "DirectoryRead", "DirectoryReconcile", "DirectoryTrust", "FirstCrl", "bootstrap")]
    public void Only_our_own_functions_are_deployed(string environment, params string[] handlers)
    {
        var functions = synthesis.Of(environment).Templates.SelectMany(template => template.All("AWS::Lambda::Function")).ToList();

        Assert.Equal(handlers, functions.Select(function => (string)function["Properties"]!["Handler"]!).Order(StringComparer.Ordinal));
        Assert.All(functions, function => Assert.Equal("provided.al2023", (string?)function["Properties"]!["Runtime"]));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_statement_allows_a_wildcard_action(string environment)
    {
        var allowed = synthesis.Of(environment).Templates
            .SelectMany(template => template.Statements)
            .Where(statement => (string)statement["Effect"]! == "Allow")
            .ToList();

        Assert.NotEmpty(allowed);
        Assert.DoesNotContain(
            allowed.SelectMany(statement => Texts.Of(statement["Action"])), action => action.Contains('*'));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_role_may_issue_end_entity_certificates(string environment)
    {
        var templates = synthesis.Of(environment).Templates
            .SelectMany(template => template.Allowing("acm-pca:IssueCertificate"))
            .SelectMany(statement => Texts.Of(statement["Condition"]!["StringEquals"]!["acm-pca:TemplateArn"]))
            .Select(arn => arn[(arn.LastIndexOf("template/", StringComparison.Ordinal) + "template/".Length)..]);

        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.Matches(
            "^(CodeSigningCertificate|RootCACertificate|SubordinateCACertificate_PathLen[0-3](_APIPassthrough)?)/V1$",
            template));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_policy_lists_a_whole_bucket(string environment)
    {
        var lists = synthesis.Of(environment).Templates
            .SelectMany(template => template.Allowing("s3:ListBucket", "s3:ListBucketVersions"))
            .ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists, list =>
        {
            var (comparison, keys) = Assert.Single((JsonObject)list["Condition"]!);
            var prefixes = ((JsonArray)keys!["s3:prefix"]!).Select(Texts.Joined).ToList();
            Assert.Contains(comparison, (string[])["StringEquals", "StringLike"]);
            Assert.NotEmpty(prefixes);
            Assert.All(prefixes, prefix => Assert.Matches("^[a-z0-9-]+/", prefix));
        });
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_role_may_write_every_key_of_a_bucket(string environment)
    {
        var written = synthesis.Of(environment).Templates
            .SelectMany(template => template.All("AWS::IAM::Role"))
            .SelectMany(role => Template.StatementsIn(role))
            .Where(statement => Texts.Of(statement["Action"]).Any(action => action is "s3:PutObject" or "s3:DeleteObject"))
            .SelectMany(statement => statement["Resource"] is JsonArray many ? many.Select(Texts.Joined) : [Texts.Joined(statement["Resource"])])
            .ToList();

        Assert.NotEmpty(written);
        Assert.DoesNotContain(written, resource => resource.EndsWith(">/*", StringComparison.Ordinal) || resource == "*");
        Assert.DoesNotContain(written, resource => resource.Count(c => c == '/') == 1 && resource.EndsWith("/*", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("local", "aws")]
    [InlineData("local-existing", "aws")]
    [InlineData("local-rotation", "aws")]
    [InlineData("local-subordinate", "aws")]
    [InlineData("example-us-east-1", "aws")]
    [InlineData("example-us-gov-west-1", "aws-us-gov")]
    public void Templates_name_no_partition_but_their_own(string environment, string partition)
    {
        var partitions = synthesis.Of(environment).Templates
            .SelectMany(template => ArnPartition().Matches(template.Text))
            .Select(match => match.Groups[1].Value);

        Assert.Equal([partition], partitions.Distinct());
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Templates_name_no_account_or_region_but_those_of_the_environment_file(string environment)
    {
        var settings = Some.Environments.Read(environment);
        var owners = settings.Directories
            .SelectMany(directory => directory.Purposes)
            .SelectMany(purpose => purpose.Settings.Folders)
            .Select(folder => folder.OwnerIn(settings.Account));
        var text = string.Concat(synthesis.Of(environment).Templates.Select(template => template.Text));

        Assert.Equal(
            owners.Append(settings.Account).Distinct().Order(),
            AccountId().Matches(text).Select(match => match.Value).Distinct().Order());
        Assert.Equal([settings.Region], RegionOfArn().Matches(text).Select(match => match.Groups[1].Value).Distinct());
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Templates_name_no_host_of_aws_but_service_principals(string environment)
    {
        string[] principals =
        [
            "acm-pca.amazonaws.com", "cloudwatch.amazonaws.com", "elasticloadbalancing.amazonaws.com",
            "events.amazonaws.com", "lambda.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com",
        ];
        var text = string.Concat(synthesis.Of(environment).Templates.Select(template => template.Text));

        Assert.All(HostOfAws().Matches(text), match => Assert.Contains(match.Value, principals));
        Assert.DoesNotContain("AWS::URLSuffix", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local", 16)]
    [InlineData("local-existing", 7)]
    [InlineData("local-rotation", 16)]
    [InlineData("local-subordinate", 10)]
    [InlineData("example-us-east-1", 14)]
    [InlineData("example-us-gov-west-1", 14)]
    public void State_is_retained(string environment, int count)
    {
        string[] stateful =
        [
            "AWS::S3::Bucket", "AWS::Logs::LogGroup",
            "AWS::ACMPCA::CertificateAuthority", "AWS::ACMPCA::Certificate", "AWS::ACMPCA::CertificateAuthorityActivation",
            "Custom::CaActivation",
        ];
        var resources = synthesis.Of(environment).Templates
            .SelectMany(template => template.Resources)
            .Where(resource => stateful.Contains((string)resource["Type"]!))
            .ToList();

        Assert.Equal(count, resources.Count);
        Assert.All(resources, resource =>
        {
            Assert.StartsWith("Retain", (string?)resource["DeletionPolicy"], StringComparison.Ordinal);
            Assert.Equal("Retain", (string?)resource["UpdateReplacePolicy"]);
        });
    }

    [Theory]
    [InlineData("local", false)]
    [InlineData("example-us-gov-west-1", true)]
    public void Stacks_and_load_balancer_are_protected_where_the_environment_says_so(string environment, bool expected)
    {
        var assembly = synthesis.Of(environment);
        var attributes = (JsonArray)assembly.CrlDistribution
            .Only("AWS::ElasticLoadBalancingV2::LoadBalancer")["LoadBalancerAttributes"]!;

        Assert.Equal(
            expected ? "true" : "false",
            (string?)attributes.Single(attribute => (string)attribute!["Key"]! == "deletion_protection.enabled")!["Value"]);
        Assert.All(assembly.Templates, template => Assert.Equal(
            expected, (bool?)assembly.Manifest(template)["properties"]!["terminationProtection"] ?? false));
    }

    [Fact]
    public void Tags_of_the_environment_are_on_its_resources()
    {
        var assembly = synthesis.Of("example-us-gov-west-1");

        Assert.All(
            assembly.Templates.SelectMany(template => template.Resources).Where(resource => resource["Properties"]!["Tags"] is not null),
            resource => Assert.Contains("\"cui\"", resource.ToJsonString(), StringComparison.Ordinal));
        Assert.Contains("\"cui\"", assembly.CrlDistribution.Named("CrlBucket", "AWS::S3::Bucket").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesis_is_byte_identical_twice()
    {
        var (first, second) = (synthesis.Of(Some.Settings).Folder, synthesis.Of(Some.Settings).Folder);

        Assert.Equal(FilesIn(first), FilesIn(second));
    }

    private static IEnumerable<(string Name, string Content)> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file), Convert.ToHexString(File.ReadAllBytes(file))))
            .Order();


    [GeneratedRegex("arn:(aws[a-z-]*):")]
    private static partial Regex ArnPartition();

    [GeneratedRegex("(?<![0-9a-zA-Z])[0-9]{12}(?![0-9a-zA-Z])")]
    private static partial Regex AccountId();

    [GeneratedRegex("arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]+):")]
    private static partial Regex RegionOfArn();

    [GeneratedRegex(@"[a-z0-9.-]+\.amazonaws\.com[a-z.]*")]
    private static partial Regex HostOfAws();
}

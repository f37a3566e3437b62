extern alias TrustManager;

using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using TrustManager::Infra.TrustManager.CustomResources;
using TrustManager::Infra.TrustManager.Restoring;
using TrustManager::Infra.TrustManager.Revocation;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class CaRevocationTests(Synthesis synthesis)
{
    private const string ResourceType = "Custom::CaRevocation";

    private static readonly EnvironmentSettings Existing = Some.Environments.Read("local-existing");

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    private static string CaId => Existing.CertificateAuthority.Arn!.Split('/')[1];

    private static string RestorePoint => RestorePointKey.For(CaId);

    /// <summary>Another CA in the place of the adopted one, which is listed as a former CA.</summary>
    private static EnvironmentSettings Replaced => Existing with
    {
        CertificateAuthority = Existing.CertificateAuthority with { Arn = Some.CaArn },
        FormerCertificateAuthorities =
        [
            new FormerAuthoritySettings
            {
                Arn = Existing.CertificateAuthority.Arn!,
                CrlType = "COMPLETE",
                RestoreBucketName = "example-earlier-crls",
                RestoreOnDelete = true,
            },
        ],
    };

    private static IEnumerable<string> RolesOf(Template template) =>
        template.Ids("AWS::IAM::Role").Where(id => id.StartsWith("Revocation", StringComparison.Ordinal));

    private Template Adopted => synthesis.Of("local-existing").CertificateAuthority;

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_function_understands_what_it_is_told(string environment)
    {
        var told = (JsonObject)synthesis.Of(environment).CertificateAuthority.Only(ResourceType).DeepClone();

        var understood = CaRevocationProperties.From(AsTheFunctionGetsThem(told));

        Assert.Equal("COMPLETE", understood.CrlType);
        Assert.Equal(7, understood.ExpirationInDays);
        Assert.Equal("aia/", understood.AiaPrefix);
        Assert.Empty(AsTheFunctionGetsThem(told).Unknown(typeof(CaRevocationProperties).GetProperties().Select(property => property.Name)));
    }

    [Fact]
    public void Partitioned_crls_get_their_folder()
    {
        var settings = Existing with
        {
            CrlDistribution = Existing.CrlDistribution with { CustomPath = "partitions" },
            CertificateAuthority = Existing.CertificateAuthority with { CrlType = "PARTITIONED" },
        };

        var template = synthesis.Of(settings).CertificateAuthority;

        Assert.Equal("PARTITIONED", (string?)template.Only(ResourceType)["CrlType"]);
        Assert.Equal("partitions", (string?)template.Only(ResourceType)["CustomPath"]);
        Assert.NotNull(template.Outputs["CrlUrlPrefix"]);
    }

    [Fact]
    public void An_adopted_ca_gets_its_earlier_settings_back()
    {
        var properties = Adopted.Only(ResourceType);

        Assert.True((bool?)properties["RestoreOnDelete"]);
        Assert.Equal("example-earlier-crls", (string?)properties["RestoreBucketName"]);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("local-subordinate")]
    public void A_ca_of_the_stacks_own_keeps_its_settings(string environment)
    {
        var resource = Assert.Single(synthesis.Of(environment).CertificateAuthority.All(ResourceType));

        Assert.False((bool?)resource["Properties"]!["RestoreOnDelete"]);
        Assert.Equal("Retain", (string?)resource["UpdateReplacePolicy"]);
    }

    [Fact]
    public void Another_ca_gets_a_resource_of_its_own_so_that_the_first_can_be_restored_by_its_own_role()
    {
        var other = Existing with { CertificateAuthority = Existing.CertificateAuthority with { Arn = Some.CaArn } };

        var (before, after) = (Adopted, synthesis.Of(other).CertificateAuthority);

        Assert.Empty(before.Ids(ResourceType).Intersect(after.Ids(ResourceType)));
        Assert.Empty(RolesOf(before).Intersect(RolesOf(after)));
    }

    [Fact]
    public void A_ca_that_is_replaced_keeps_resource_and_role_as_a_former_one()
    {
        var template = synthesis.Of(Replaced).CertificateAuthority;

        var former = template.Resource(Assert.Single(Adopted.Ids(ResourceType)))["Properties"]!;
        var present = Assert.Single(
            template.All(ResourceType), one => (string?)one["Properties"]!["CertificateAuthorityArn"] == Some.CaArn);
        Assert.True((bool?)former["IsFormer"]);
        Assert.Equal("example-earlier-crls", (string?)former["RestoreBucketName"]);
        Assert.Equal(Existing.CertificateAuthority.Arn, (string?)present["Properties"]!["FormerCertificateAuthorities"]);
        Assert.Subset(template.Ids("AWS::IAM::Role").ToHashSet(), RolesOf(Adopted).ToHashSet());
        Assert.NotNull(template.Outputs[$"FormerWarning{CaId.Replace("-", "", StringComparison.Ordinal)}"]);
    }

    [Fact]
    public void The_role_of_a_former_ca_reads_no_other_restore_point()
    {
        var template = synthesis.Of(Replaced).CertificateAuthority;
        var role = template.Resource(Assert.Single(RolesOf(Adopted)));

        Assert.DoesNotContain($"{RestorePointKey.Prefix}*", role.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_former_ca_without_partitions_is_none_when_the_present_one_has_them()
    {
        var settings = Replaced with
        {
            CrlDistribution = Existing.CrlDistribution with { CustomPath = "partitions" },
            CertificateAuthority = Replaced.CertificateAuthority with { CrlType = "PARTITIONED" },
        };

        var former = synthesis.Of(settings).CertificateAuthority.Resource(Assert.Single(Adopted.Ids(ResourceType)))["Properties"]!;

        Assert.Equal("COMPLETE", (string?)former["CrlType"]);
        Assert.Null(former["CustomPath"]);
    }

    [Theory]
    [InlineData("local", "the bucket, which stays")]
    [InlineData("local-existing", "gets its earlier CRL settings back")]
    public void An_output_says_when_sign_in_fails_after_the_stacks_are_deleted(string environment, string says)
    {
        var text = synthesis.Of(environment).CertificateAuthority.Outputs["AfterRemoval"]!.ToJsonString();

        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains("fails 7 days after the deletion at the latest", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_resource_stays_the_same_when_only_its_settings_change()
    {
        var other = Existing with { CertificateAuthority = Existing.CertificateAuthority with { CrlExpirationDays = 14 } };

        Assert.Equal(Adopted.Ids(ResourceType), synthesis.Of(other).CertificateAuthority.Ids(ResourceType));
    }

    [Theory]
    [InlineData("local", "AuthorityActivation")]
    [InlineData("local-subordinate", "AuthorityActivation")]
    public void The_resource_waits_for_the_certificate_of_a_new_ca_and_goes_first(string environment, string activation)
    {
        var resource = Assert.Single(synthesis.Of(environment).CertificateAuthority.All(ResourceType));

        Assert.Contains((JsonArray)resource["DependsOn"]!, id => ((string)id!).StartsWith(activation, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Only_the_role_that_a_ca_needs_may_change_it(string environment)
    {
        var template = synthesis.Of(environment).CertificateAuthority;

        var roles = template.Ids("AWS::IAM::Role")
            .Where(id => template.Resource(id).ToJsonString().Contains("acm-pca:UpdateCertificateAuthority", StringComparison.Ordinal));

        Assert.Equal(
            environment == "local-subordinate" ? ["AuthorityActivation", "Renewal", "Revocation"] : ["Renewal", "Revocation"],
            roles.Select(id => Array.Find(["AuthorityActivation", "Renewal", "Revocation"], id.StartsWith) ?? id).Order());
    }

    [Fact]
    public void The_function_may_act_on_one_ca_only() => Assert.All(
        Statements(Adopted, "ConfigureCa"),
        statement => Assert.Equal(Existing.CertificateAuthority.Arn, (string?)statement!["Resource"]));

    [Fact]
    public void The_function_may_set_and_remove_the_tag_that_names_its_stack_and_no_other()
    {
        var tag = Assert.Single(
            Statements(Adopted, "ConfigureCa"),
            statement => Actions(statement!["Action"]!).Contains("acm-pca:TagCertificateAuthority"))!;

        JsonAssert.Same(
            $$"""{ "ForAllValues:StringEquals": { "aws:TagKeys": ["{{CaHolderTag.Key}}"] } }""", tag["Condition"]);
        Assert.Equal(
            ["acm-pca:TagCertificateAuthority", "acm-pca:UntagCertificateAuthority"], Actions(tag["Action"]!));
    }

    [Fact]
    public void The_function_may_remove_only_the_restore_point_of_its_ca()
    {
        var remove = Assert.Single(Statements(Adopted, "UseCrlBucket"), IsAbout("s3:DeleteObject"))!;

        Assert.EndsWith($"/{RestorePoint}\"]]}}", remove["Resource"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_function_may_find_out_that_its_own_keys_are_missing()
    {
        var list = Assert.Single(Statements(Adopted, "UseCrlBucket"), IsAbout("s3:ListBucket"))!;

        JsonAssert.Same(
            $$"""{ "StringLike": { "s3:prefix": ["aia/{{CaId}}.cer", "aia/{{CaId}}-chain-*", "{{RestorePoint}}", "{{RestorePointKey.Prefix}}"] } }""",
            list["Condition"]);
    }

    [Fact]
    public void The_function_may_write_where_private_ca_does_and_its_own_keys()
    {
        var settings = Existing with
        {
            CrlDistribution = Existing.CrlDistribution with { CustomPath = "partitions" },
            CertificateAuthority = Existing.CertificateAuthority with { CrlType = "PARTITIONED", RestoreCustomPath = "old/crls" },
        };
        var template = synthesis.Of(settings).CertificateAuthority;

        string[] test = ["/acm-pca-permission-test-key*"];
        string[] own = [$"/aia/{CaId}.cer", $"/aia/{CaId}-chain-*", $"/{RestorePoint}"];
        Assert.Equal(
            ["/crl/*", "/partitions/*", "/old/crls/*", .. test, .. own], WritableKeys(template, "UseCrlBucket"));
        Assert.Equal(["/crl/*", "/old/crls/*", .. test], WritableKeys(template, "UseEarlierBucket"));
        Assert.Equal(["/crl/*", .. test, .. own], WritableKeys(Adopted, "UseCrlBucket"));
        Assert.Equal("old/crls", (string?)template.Only(ResourceType)["RestoreCustomPath"]);
        Assert.Null(Adopted.Only(ResourceType)["RestoreCustomPath"]);
    }

    [Fact]
    public void The_function_may_name_both_buckets_to_private_ca()
    {
        foreach (var policy in (string[])["UseCrlBucket", "UseEarlierBucket"])
        {
            var actions = Statements(Adopted, policy).SelectMany(statement => Actions(statement!["Action"]!)).ToList();

            Assert.Superset(
                new HashSet<string> { "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:PutObject", "s3:PutObjectAcl" }, actions.ToHashSet());
        }

        Assert.All(
            Statements(Adopted, "UseEarlierBucket").SelectMany(statement => Texts.Of(statement!["Resource"])),
            resource => Assert.StartsWith("arn:aws:s3:::example-earlier-crls", resource, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_earlier_bucket_the_function_may_use_ours_only()
    {
        var settings = Existing with { CertificateAuthority = Existing.CertificateAuthority with { RestoreBucketName = null } };

        Assert.Equal(["ConfigureCa", "UseCrlBucket", "WriteLogs"], PolicyNames(synthesis.Of(settings).CertificateAuthority));
        Assert.Equal(["ConfigureCa", "UseCrlBucket", "WriteLogs"], PolicyNames(synthesis.Of("local").CertificateAuthority));
    }

    [Fact]
    public void The_function_may_use_the_buckets_key_through_s3_only()
    {
        var key = Assert.Single(
            Statements(synthesis.Of("example-us-gov-west-1").CertificateAuthority, "UseCrlBucket"),
            statement => statement!["Action"]!.ToJsonString() == """["kms:Decrypt","kms:GenerateDataKey"]""")!;

        Assert.Equal(Some.Environments.Read("example-us-gov-west-1").CrlDistribution.KmsKeyArn, (string?)key["Resource"]);
        Assert.NotNull(key["Condition"]!["StringLike"]!["kms:EncryptionContext:aws:s3:arn"]);
    }

    [Fact]
    public void Operators_are_told_where_things_are_and_what_to_know()
    {
        string[] answered = ["CaCertificateUrl", "Warning"];

        Assert.Equal(Existing.CertificateAuthority.Arn, (string?)Adopted.Outputs["CertificateAuthorityArn"]!["Value"]);
        Assert.All(answered, name => Assert.Equal(name, (string?)Adopted.Outputs[name]!["Value"]!["Fn::GetAtt"]![1]));
    }

    /// <summary>CloudFormation makes texts of scalars; what a template refers to is replaced by something valid.</summary>
    private static ResourceProperties AsTheFunctionGetsThem(JsonObject properties) => new(properties.ToDictionary(
        property => property.Key,
        property => property.Value is JsonObject
            ? property.Key switch { "CertificateAuthorityArn" => Some.CaArn, "CustomCname" => "internal-crl.example", _ => "crl-bucket" }
            : property.Value!.ToString()));

    private static Predicate<JsonNode?> IsAbout(string action) => statement => Actions(statement!["Action"]!).SequenceEqual([action]);

    private static IEnumerable<string> Actions(JsonNode action) =>
        action is JsonArray actions ? actions.Select(item => (string)item!) : [(string)action!];

    private static JsonArray Statements(Template template, string policy) =>
        (JsonArray)Policies(template).Single(candidate => (string)candidate!["PolicyName"]! == policy)!["PolicyDocument"]!["Statement"]!;

    /// <summary>Keys that may be written, with the slash after the bucket.</summary>
    private static IEnumerable<string> WritableKeys(Template template, string policy) =>
        from statement in Statements(template, policy)
        where Actions(statement!["Action"]!).Contains("s3:PutObject")
        from resource in statement["Resource"] is JsonArray many ? many : [statement["Resource"]!.DeepClone()]
        let text = Texts.Joined(resource)
        select text.StartsWith('<') ? text[(text.IndexOf('>') + 1)..] : text["arn:aws:s3:::example-earlier-crls".Length..];

    private static IEnumerable<string> PolicyNames(Template template) =>
        Policies(template).Select(policy => (string)policy!["PolicyName"]!).Order(StringComparer.Ordinal);

    private static JsonArray Policies(Template template) =>
        (JsonArray)template.Named("Revocation", "AWS::IAM::Role")["Properties"]!["Policies"]!;
}

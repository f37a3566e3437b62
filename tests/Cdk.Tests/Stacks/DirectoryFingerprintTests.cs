extern alias TrustManager;

using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Directories;
using TrustManager::Infra.TrustManager.CustomResources;
using TrustManager::Infra.TrustManager.Settings;
using Received = TrustManager::Infra.TrustManager.DirectoryTrust.DirectoryTrustProperties;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>Synthesis and function compute the same fingerprint, each from what it has of the properties.</summary>
[Collection(Synthesis.Collection)]
public sealed class DirectoryFingerprintTests(Synthesis synthesis)
{
    private const string Fingerprint = "TRUST_PROPERTIES_FINGERPRINT";

    private const string OwnCa = "TRUST_OWN_CA_ARN";

    public static TheoryData<string> WithDirectories =>
        new("local", "local-rotation", "example-us-east-1", "example-us-gov-west-1");

    [Theory]
    [MemberData(nameof(WithDirectories))]
    public void The_function_finds_the_fingerprint_of_the_properties_that_cloudformation_hands_on(string environment) =>
        AssertEach(synthesis.Of(environment).DirectoryTrust!);

    [Fact]
    public void The_own_ca_has_the_same_fingerprint_before_and_after_it_exists()
    {
        var created = Variables(synthesis.Of(OwnSource(Some.Settings)).DirectoryTrust!);
        var existing = Variables(synthesis.Of(OwnSource(Existing)).DirectoryTrust!);

        Assert.Equal((string?)existing[Fingerprint], (string?)created[Fingerprint]);
        Assert.Equal(Some.CaArn, (string?)existing[OwnCa]);
    }

    [Fact]
    public void The_own_ca_may_also_be_named_by_its_arn()
    {
        var settings = Sources(
            Some.Settings,
            new CertificateSourceSettings { OwnCertificateAuthority = true },
            new CertificateSourceSettings { CertificateAuthorityArn = Some.CaArn });

        AssertEach(synthesis.Of(settings).DirectoryTrust!);
    }

    [Fact]
    public void A_function_whose_sources_do_not_name_the_own_ca_does_not_know_it() =>
        Assert.Null(Variables(synthesis.Of("example-us-east-1").DirectoryTrust!)[OwnCa]);

    [Fact]
    public void Another_ca_has_another_fingerprint()
    {
        var settings = Sources(Some.Settings, new CertificateSourceSettings { CertificateAuthorityArn = Some.CaArn });

        Assert.NotEqual(
            (string?)Variables(synthesis.Of(OwnSource(Some.Settings)).DirectoryTrust!)[Fingerprint],
            (string?)Variables(synthesis.Of(settings).DirectoryTrust!)[Fingerprint]);
    }

    [Fact]
    public void A_property_that_only_cloudformation_knows_has_no_fingerprint()
    {
        var directory = Some.Settings.Directories[0];
        var unknown = directory with { SmartCard = directory.SmartCard! with { OcspUrl = "http://${Token[TOKEN.1]}" } };

        var failure = Assert.Throws<InvalidOperationException>(
            () => synthesis.Of(Some.Settings with { Directories = [unknown] }));

        Assert.Contains(directory.DirectoryId, failure.Message, StringComparison.Ordinal);
    }

    private static EnvironmentSettings Existing => Some.Settings with
    {
        CertificateAuthority = Some.Environments.Read("local-existing").CertificateAuthority with { Arn = Some.CaArn },
    };

    private static EnvironmentSettings OwnSource(EnvironmentSettings settings) =>
        Sources(settings, new CertificateSourceSettings { OwnCertificateAuthority = true });

    /// <summary>One directory of the environment, whose LDAPS certificates come from these sources.</summary>
    private static EnvironmentSettings Sources(EnvironmentSettings settings, params CertificateSourceSettings[] sources)
    {
        var directory = settings.Directories[1];
        return settings with
        {
            Directories = [directory with { Ldaps = directory.Ldaps! with { CertificateSources = sources } }],
        };
    }

    private static void AssertEach(Template template)
    {
        var resources = template.All("Custom::DirectoryTrust").ToList();
        Assert.NotEmpty(resources);
        Assert.All(resources, resource =>
        {
            var properties = (JsonObject)Delivered(resource["Properties"])!;
            var variables = (JsonObject)Delivered(Variables(template, (string)properties["DirectoryId"]!))!;
            var deployed = DeployedProperties.Of(name => (string?)variables[name]);
            Assert.True(deployed.Are(Received.From(Of(properties))));
            Assert.True(Reader(template)[(string)properties["DirectoryId"]!].Are(Received.From(Of(properties))));
        });
    }

    /// <summary>What the function that reads knows of each directory.</summary>
    private static IReadOnlyDictionary<string, DeployedProperties> Reader(Template template)
    {
        var variables = (JsonObject)Delivered(Assert.Single(
            template.All("AWS::Lambda::Function")
                .Select(function => function["Properties"]!["Environment"]?["Variables"]),
            one => one?["TRUST_DIRECTORY_IDS"] is not null))!;
        return DeployedProperties.AllOf(
            DirectoryPlace.AllOf(name => (string?)variables[name]), name => (string?)variables[name]);
    }

    /// <summary>As CloudFormation delivers it: texts for scalars, values for references to other resources.</summary>
    private static JsonNode? Delivered(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference.First().Key is "Ref" => "state-bucket",
        JsonObject { Count: 1 } reference when reference.First().Key is "Fn::ImportValue" or "Fn::GetAtt" => Some.CaArn,
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Delivered(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Delivered)]),
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString(),
        _ => null,
    };

    private static ResourceProperties Of(JsonObject properties) => new(properties.ToDictionary(
        member => member.Key,
        member => member.Value is JsonValue value ? (string)value! : member.Value!.ToJsonString()));

    private static JsonObject Variables(Template template) =>
        Variables(template, (string)template.Only("Custom::DirectoryTrust")["DirectoryId"]!);

    /// <summary>Of the function that compares.</summary>
    private static JsonObject Variables(Template template, string directoryId) => (JsonObject)Assert.Single(
        template.All("AWS::Lambda::Function").Select(function => function["Properties"]!["Environment"]?["Variables"]),
        variables => variables?[Fingerprint] is not null && (string?)variables["TRUST_DIRECTORY_ID"] == directoryId)!;
}

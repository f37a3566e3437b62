extern alias TrustManager;

using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Renewal;
using TrustManager::Infra.TrustManager.CaRenewal;
using TrustManager::Infra.TrustManager.CaRenewal.Planning;
using TrustManager::Infra.TrustManager.CustomResources;
using TrustManager::Infra.TrustManager.Revocation;
using RenewalSettings = Infra.Cdk.Configuration.Renewal.RenewalSettings;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class CaRenewalTests(Synthesis synthesis)
{
    private static readonly EnvironmentSettings Existing = Some.Environments.Read("local-existing");

    private static readonly EnvironmentSettings Renewed = With(Existing, new RenewalSettings
    {
        Mode = RenewalSettings.Renew, ValidityYears = 4, ParentCertificateAuthorityArn = Some.CaArn, PathLength = 1,
    });

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    private Template Local => synthesis.Of("local").CertificateAuthority;

    private Template Adopted => synthesis.Of("local-existing").CertificateAuthority;

    [Fact]
    public void The_certificate_of_every_ca_is_looked_at_daily() => Assert.All(
        Some.Environments.Names(),
        environment => Assert.Equal(
            "rate(1 day)",
            (string?)synthesis.Of(environment).CertificateAuthority.Only("AWS::Events::Rule")["ScheduleExpression"]));

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_function_understands_what_it_is_told(string environment)
    {
        var terms = RenewalTerms.Of(Some.Environments.Read(environment).CertificateAuthority);
        var told = Told(synthesis.Of(environment).CertificateAuthority);

        var understood = RenewalSettingsReader.Read("CaRenewal", Deployed(told));

        Assert.Equal(
            CaRevocationProperties.From(new ResourceProperties(Deployed(synthesis.Of(environment).CertificateAuthority))).DesiredCrl(),
            understood.DesiredCrl);
        Assert.Equal(terms.Renews, understood.Reissue is not null);
        Assert.Equal(terms.Renews ? terms.RenewBeforeDays : null, understood.Reissue?.RenewBeforeDays);
        Assert.Equal(terms.Renews ? terms.ParentArn : null, understood.Reissue?.Parent?.ToString());
        Assert.Equal("aia/", understood.Publication.Prefix);
    }

    [Fact]
    public void A_new_root_is_renewed_as_it_was_created()
    {
        var told = Told(Local);

        Assert.Equal("renew", told["CA_RENEWAL_MODE"]);
        Assert.Equal(("365", "10"), (told["CA_RENEW_BEFORE_DAYS"], told["CA_VALIDITY_YEARS"]));
        Assert.False(told.ContainsKey("CA_PARENT_ARN"));
        Assert.Equal("<Arn>", told["CA_ARN"]);
        Assert.Equal("<CaCertificateUrl>", told["CA_CERTIFICATE_URL"]);
        Assert.Equal(told["CA_PUBLISH_BUCKET"], told["TRUST_MEMORY_BUCKET"]);
    }

    [Fact]
    public void A_new_subordinate_is_renewed_by_its_parent()
    {
        var template = synthesis.Of("local-subordinate").CertificateAuthority;
        var parent = Some.Environments.Read("local-subordinate").CertificateAuthority.ParentCertificateAuthorityArn;

        var told = Told(template);

        Assert.Equal((parent, "0", "5"), (told["CA_PARENT_ARN"], told["CA_PATH_LENGTH"], told["CA_VALIDITY_YEARS"]));
        Assert.Equal([parent], Issue(template).Select(statement => (string?)statement["Resource"]));
        Assert.Equal(["SubordinateCACertificate_PathLen0", "SubordinateCACertificate_PathLen0_APIPassthrough"], Ordered(template));
    }

    [Fact]
    public void Where_the_present_certificate_says_the_path_length_each_one_may_be_ordered()
    {
        var renewal = Renewed.CertificateAuthority.Renewal with { PathLength = null, AllowChanges = ["issuer", "pathLength"] };

        var template = synthesis.Of(With(Existing, renewal)).CertificateAuthority;

        Assert.False(Told(template).ContainsKey("CA_PATH_LENGTH"));
        Assert.Equal("issuer,pathLength", Told(template)["CA_ALLOW_CHANGES"]);
        Assert.Equal(
            Enumerable.Range(0, 4)
                .Select(length => $"SubordinateCACertificate_PathLen{length}")
                .SelectMany(name => new[] { name, $"{name}_APIPassthrough" }),
            Ordered(template));
    }

    [Fact]
    public void Every_change_that_may_be_allowed_is_one_that_the_function_knows()
    {
        var document = Some.Document("local");

        Assert.All(RenewalChangeName.All, name =>
        {
            new Configuration.Problem("certificateAuthority.renewal.allowChanges", $"[\"{name}\"]").ApplyTo(document);
            using var repository = new TemporaryRepository().With("edited", document);
            Assert.Equal([name], repository.Environments.Read("edited").CertificateAuthority.Renewal.AllowChanges);
        });
    }

    [Theory]
    [InlineData("local", "arn:aws:acm-pca:::template/RootCACertificate/V1")]
    [InlineData("example-us-gov-west-1", "arn:aws-us-gov:acm-pca:::template/RootCACertificate/V1")]
    public void A_root_issues_its_own_certificate_and_nothing_else(string environment, string template)
    {
        var issue = Assert.Single(Issue(synthesis.Of(environment).CertificateAuthority));

        Assert.Equal("<Arn>", Texts.Joined(issue["Resource"]));
        JsonAssert.Same($$"""{ "StringEquals": { "acm-pca:TemplateArn": ["{{template}}"] } }""", issue["Condition"]);
    }

    [Fact]
    public void A_ca_that_exists_is_only_watched()
    {
        var told = Told(Adopted);

        Assert.Equal("watch", told["CA_RENEWAL_MODE"]);
        Assert.False(told.ContainsKey("CA_VALIDITY_YEARS"));
        Assert.Equal(
            [
                "acm-pca:DescribeCertificateAuthority",
                "acm-pca:GetCertificateAuthorityCertificate",
                "acm-pca:UpdateCertificateAuthority",
            ],
            Statements(Adopted, "ReadCa").Concat(Statements(Adopted, "PutCrlSettingsBack"))
                .SelectMany(statement => Texts.Of(statement["Action"]))
                .Where(action => action.StartsWith("acm-pca:", StringComparison.Ordinal)));
    }

    [Fact]
    public void For_a_missing_crl_the_function_may_do_what_the_first_crl_takes()
    {
        var issue = Assert.Single(Statements(Adopted, "KeepCrl"), Allows("acm-pca:IssueCertificate"));

        Assert.EndsWith("template/CodeSigningCertificate/V1\"]}}", issue["Condition"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(Existing.CertificateAuthority.Arn, (string?)issue["Resource"]);
        Assert.DoesNotContain(Statements(Adopted), Allows("acm-pca:ImportCertificateAuthorityCertificate"));
    }

    [Fact]
    public void A_ca_that_exists_is_renewed_when_asked_for()
    {
        var template = synthesis.Of(Renewed).CertificateAuthority;

        Assert.Equal(("renew", "365", "4", "1"), (
            Told(template)["CA_RENEWAL_MODE"], Told(template)["CA_RENEW_BEFORE_DAYS"],
            Told(template)["CA_VALIDITY_YEARS"], Told(template)["CA_PATH_LENGTH"]));
        Assert.Equal([Some.CaArn], Issue(template).Select(statement => (string?)statement["Resource"]));
        var import = Assert.Single(Statements(template), Allows("acm-pca:ImportCertificateAuthorityCertificate"));
        Assert.Equal(Existing.CertificateAuthority.Arn, (string?)import["Resource"]);
    }

    [Fact]
    public void The_function_may_write_its_memory_and_the_cas_certificates_and_nothing_else_in_the_bucket()
    {
        var id = Existing.CertificateAuthority.Arn![^36..];

        string[] keys = [$"/ca-renewal/{id}.json", $"/aia/{id}.cer", $"/aia/{id}-chain-*"];
        Assert.Equal(keys, Written(Adopted));
        Assert.Equal(keys, Written(synthesis.Of(Renewed).CertificateAuthority));
        Assert.Equal(
            ["/ca-renewal/<1 of <Arn>>.json", "/aia/<1 of <Arn>>.cer", "/aia/<1 of <Arn>>-chain-*"], Written(Local));
    }

    [Fact]
    public void No_responder_serves_what_the_function_remembers() => Assert.DoesNotContain(
        synthesis.Of("local").CrlDistribution.Statements.Where(statement => (string)statement["Effect"]! == "Allow"),
        statement => statement.ToJsonString().Contains("ca-renewal", StringComparison.Ordinal));

    [Fact]
    public void The_bucket_may_have_a_key_of_its_own()
    {
        var settings = Some.Environments.Read("example-us-gov-west-1");

        var template = synthesis.Of("example-us-gov-west-1").CertificateAuthority;
        var statement = Assert.Single(Statements(template, "UseCrlBucket"), Allows("kms:Decrypt"));

        Assert.Equal(settings.CrlDistribution.KmsKeyArn, (string?)statement["Resource"]);
        Assert.NotNull(statement["Condition"]!["StringLike"]!["kms:EncryptionContext:aws:s3:arn"]);
    }

    [Fact]
    public void People_find_the_function_by_the_stacks_outputs()
    {
        var function = (string)Local.Outputs["CaRenewalFunctionName"]!["Value"]!["Ref"]!;

        Assert.Equal("CaRenewal", (string?)Local.Resource(function)["Properties"]!["Handler"]);
    }

    /// <summary>What the function finds, with values for what is known on deployment only.</summary>
    internal static Func<string, string?> Deployed(IReadOnlyDictionary<string, string> variables)
    {
        var arn = variables["CA_ARN"] == "<Arn>" ? Some.CaArn : variables["CA_ARN"];
        return name => variables.GetValueOrDefault(name) switch
        {
            "<Arn>" => arn,
            "<CaCertificateUrl>" => $"http://crl.example/aia/{arn[^36..]}.cer",
            var value => Texts.Known(value),
        };
    }

    private static EnvironmentSettings With(EnvironmentSettings settings, RenewalSettings renewal) =>
        settings with { CertificateAuthority = settings.CertificateAuthority with { Renewal = renewal } };

    private static Dictionary<string, string> Told(Template template) =>
        ((JsonObject)Function(template)["Environment"]!["Variables"]!)
            .ToDictionary(variable => variable.Key, variable => Texts.Joined(variable.Value));

    /// <summary>The properties of the custom resource, as CloudFormation sends them.</summary>
    private static Dictionary<string, string> Deployed(Template template) =>
        template.Only("Custom::CaRevocation").Where(property => property.Key != "ServiceToken").ToDictionary(
            property => property.Key, property => Texts.Known(Texts.Joined(property.Value))!);

    private static JsonNode Function(Template template) =>
        template.Named("RenewalFunction", "AWS::Lambda::Function")["Properties"]!;

    private static IEnumerable<string> Written(Template template)
    {
        var keys = Assert.Single(Statements(template, "UseCrlBucket"), Allows("s3:PutObject"))["Resource"];
        return (keys is JsonArray many ? many : [keys!.DeepClone()])
            .Select(key => Texts.Joined(key))
            .Select(key => key[key.IndexOf('/', StringComparison.Ordinal)..]);
    }

    private static IEnumerable<JsonObject> Issue(Template template) =>
        Statements(template, "RenewCa").Where(statement => Allows("acm-pca:IssueCertificate")(statement));

    private static IEnumerable<string> Ordered(Template template) =>
        Texts.Of(Assert.Single(Issue(template))["Condition"]!["StringEquals"]!["acm-pca:TemplateArn"])
            .Select(arn => arn.Split('/')[^2]);

    private static Predicate<JsonObject> Allows(string action) =>
        statement => Texts.Of(statement["Action"]).Contains(action);

    private static IEnumerable<JsonObject> Statements(Template template, string? policy = null) =>
        ((JsonArray)template.Named("RenewalFunctionRole", "AWS::IAM::Role")["Properties"]!["Policies"]!)
            .Where(candidate => policy is null || (string?)candidate!["PolicyName"] == policy)
            .SelectMany(candidate => (JsonArray)candidate!["PolicyDocument"]!["Statement"]!)
            .Select(statement => (JsonObject)statement!);
}

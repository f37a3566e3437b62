using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Directories;
using Infra.Cdk.Configuration.Renewal;
using Infra.Cdk.Configuration.Schema;

namespace Infra.Cdk.Tests.Configuration;

/// <summary>The reader checks files with the very schema that editors use; these keep the records in step with it.</summary>
public sealed class SchemaTests
{
    private static readonly SchemaRule Root = Some.Environments.Schema();

    public static TheoryData<Type, string> Sections => new()
    {
        { typeof(EnvironmentSettings), "" },
        { typeof(NetworkSettings), "network" },
        { typeof(CrlDistributionSettings), "crlDistribution" },
        { typeof(AccessLogSettings), "crlDistribution.accessLogs" },
        { typeof(DnsSettings), "crlDistribution.dns" },
        { typeof(CertificateAuthoritySettings), "certificateAuthority" },
        { typeof(SubjectSettings), "certificateAuthority.subject" },
        { typeof(RenewalSettings), "certificateAuthority.renewal" },
        { typeof(NotificationSettings), "notifications" },
        { typeof(FunctionSettings), "functions" },
        { typeof(DirectorySettings), "directories.*" },
        { typeof(RotationSettings), "directories.*.rotation" },
        { typeof(DirectoryPurposeSettings), "directories.*.smartCard" },
        { typeof(CertificateSourceSettings), "directories.*.smartCard.certificateSources.*" },
        { typeof(TrustAnchorSettings), "directories.*.ldaps.trustAnchors.*" },
        { typeof(S3SourceSettings), "directories.*.smartCard.certificateSources.*.s3" },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Each_record_has_the_members_of_its_section(Type record, string path)
    {
        var expected = At(path).Properties.Keys.Where(name => name != "$schema").Order();

        Assert.Equal(expected, Members(record).Select(NameOf).Order());
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_member_is_required_in_the_record_exactly_when_the_schema_always_requires_it_or_fills_it_in(Type record, string path)
    {
        var section = At(path);

        Assert.All(Members(record), member => Assert.Equal(
            !section.Conditions.Any(condition => condition.Forbids(NameOf(member)))
                && (section.Required.Contains(NameOf(member)) || section.Properties[NameOf(member)].Default is not null),
            member.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))));
    }

    [Fact]
    public void Every_default_example_and_stand_in_is_valid_itself() =>
        Assert.All(Leaves(Root), rule => Assert.True(ValueCheck.Accepts(rule, rule.StandIn()), rule.Description));

    [Fact]
    public void Every_rule_tells_what_the_value_is_for() =>
        Assert.All(Leaves(Root), rule => Assert.EndsWith(".", rule.Description, StringComparison.Ordinal));

    [Fact]
    public void Every_pattern_is_told_in_words() =>
        Assert.All(Leaves(Root).Where(rule => rule.Pattern is not null), rule => Assert.NotNull(rule.PatternMeaning));

    [Fact]
    public void Values_that_code_decides_by_are_in_the_schema()
    {
        Assert.Contains(FunctionSettings.ManagedRuntime, Texts("functions.runtime"));
        Assert.Contains(CertificateAuthoritySettings.Partitioned, Texts("certificateAuthority.crlType"));
        Assert.Contains(CertificateAuthoritySettings.Existing, Texts("certificateAuthority.mode"));
        Assert.Contains(CertificateAuthoritySettings.ShortLived, Texts("certificateAuthority.usageMode"));
        Assert.Equal([RenewalSettings.Renew, RenewalSettings.Watch], Texts("certificateAuthority.renewal.mode"));
        Assert.Contains(DirectorySettings.AdConnector, Texts("directories.*.directoryType"));
    }

    [Fact]
    public void A_keyword_that_nothing_enforces_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => new SchemaRule(new JsonObject { ["type"] = "integer", ["multipleOf"] = 2 }));

        Assert.Contains("multipleOf", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ldaps_has_the_settings_of_smart_cards_but_the_ocsp_url() => Assert.Equal(
        At("directories.*.smartCard").Properties.Keys.Except(["ocspUrl"]), At("directories.*.ldaps").Properties.Keys);

    [Fact]
    public void Every_mode_says_which_settings_it_has()
    {
        var section = At("certificateAuthority");

        Assert.Equal(Texts("certificateAuthority.mode"), section.Conditions.Select(condition => condition.Value));
        Assert.All(section.Conditions, condition => Assert.Equal("mode", condition.Setting));
    }

    [Theory]
    [InlineData("""{ "if": { "properties": { "mode": { "enum": ["a"] } } }, "then": {} }""")]
    [InlineData("""{ "if": { "properties": { "mode": { "const": "a" } } }, "then": { "properties": { "b": { "type": "string" } } } }""")]
    [InlineData("""{ "if": { "properties": { "mode": { "const": "a" }, "b": { "const": "c" } } }, "then": {} }""")]
    [InlineData("""{ "if": { "properties": { "mode": { "const": "a" } } }, "else": {} }""")]
    [InlineData("""{ "if": { "properties": { "mode": { "const": "a" } } }, "then": { "properties": { "b": true } } }""")]
    public void A_condition_that_nothing_enforces_is_refused(string condition)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new SchemaCondition((JsonObject)JsonNode.Parse(condition)!));

        Assert.Contains("whose form nothing here enforces", exception.Message, StringComparison.Ordinal);
    }

    private static SchemaRule At(string path) =>
        path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            Root, (section, name) => name == "*" ? section.Items : section.Properties[name]);

    private static IEnumerable<string> Texts(string path) => At(path).Enumeration.Select(value => (string)value!);

    private static IEnumerable<PropertyInfo> Members(Type record) =>
        record.GetProperties().Where(member => member.CanWrite
            && !member.IsDefined(typeof(JsonIgnoreAttribute))
            && member != typeof(EnvironmentSettings).GetProperty(nameof(EnvironmentSettings.Name)));

    private static string NameOf(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static IEnumerable<SchemaRule> Leaves(SchemaRule rule) => rule.Type switch
    {
        "object" => rule.Properties.Where(property => property.Key != "$schema").SelectMany(property => Leaves(property.Value)),
        "array" => Leaves(rule.Items),
        _ => [rule],
    };
}
